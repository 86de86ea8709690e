import type { ReactNode } from 'react';
import styles from './Door.module.css';

type Props = { label: ReactNode; onOpen: () => void; name?: string | undefined };

/** A control that opens a section of the card in place. */
export function Door({ label, onOpen, name }: Props) {
  return (
    <button type="button" className={styles.door} onClick={onOpen} aria-label={name}>
      {label}
      <svg className={styles.chevron} viewBox="0 0 6 10" aria-hidden="true" focusable="false">
        <path
          d="m1 1 4 4-4 4"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}
