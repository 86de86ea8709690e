import type { ComponentProps } from 'react';
import styles from './IconButton.module.css';

const PATHS = {
  back: 'm10 3-5 5 5 5',
  forward: 'm6 3 5 5-5 5',
  close: 'm4 4 8 8M12 4l-8 8',
  pin: 'M5.5 2h5M6.5 2 6 7.5 3.5 10h9L10 7.5 9.5 2M8 10v4',
  quiet: 'M8 3 5 6H2.5v4H5l3 3zM11 6l3 4M14 6l-3 4',
  options: 'M2 5h7M13 5h1M2 11h1M7 11h7M11 3v4M5 9v4',
  panel: 'M6 3H3v10h10v-3M9 3h4v4M13 3 7.5 8.5',
} as const;

type Props = ComponentProps<'button'> & {
  icon: keyof typeof PATHS;
  label: string;
  /** Absent where something around it hears the press. */
  onPress?: () => void;
};

/** A control that is only a shape; its name is said, and shown on hover. */
export function IconButton({ icon, label, onPress, ...others }: Props) {
  return (
    <button
      type="button"
      onClick={onPress}
      {...others}
      className={styles.button}
      aria-label={label}
      title={label}
    >
      <svg
        className={styles.icon}
        data-icon={icon}
        viewBox="0 0 16 16"
        aria-hidden="true"
        focusable="false"
        fill="none"
      >
        <path
          d={PATHS[icon]}
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}
