import type { ReactNode } from 'react';
import styles from './PageNotice.module.css';

type Props = { text: string; act?: { label: string; onAct: () => void } | undefined; children?: ReactNode };

/** Why there is nothing of the page to show, in a sentence, and the one thing to do about it. */
export function PageNotice({ text, act, children }: Props) {
  return (
    <div className={styles.notice}>
      <p>{text}</p>
      {act && (
        <button type="button" className={styles.act} onClick={act.onAct}>
          {act.label}
        </button>
      )}
      {children}
    </div>
  );
}
