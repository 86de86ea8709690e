import styles from './IconButton.module.css';

const PATHS = {
  back: 'm10 3-5 5 5 5',
  forward: 'm6 3 5 5-5 5',
  close: 'm4 4 8 8M12 4l-8 8',
  options: 'M2 5h7M13 5h1M2 11h1M7 11h7M11 3v4M5 9v4',
  panel: 'M6 3H3v10h10v-3M9 3h4v4M13 3 7.5 8.5',
} as const;

type Props = { icon: keyof typeof PATHS; label: string; onPress: () => void };

/** A control that is only a shape; its name is said, and shown on hover. */
export function IconButton({ icon, label, onPress }: Props) {
  return (
    <button type="button" className={styles.button} aria-label={label} title={label} onClick={onPress}>
      <svg className={styles.icon} data-icon={icon} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path
          d={PATHS[icon]}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}
