import type { ReactNode } from 'react';
import styles from './Notice.module.css';

type Props = {
  /** What happened first, then what is safe, and what to do next. */
  sentences: readonly string[];
  /** What the reader can do here. */
  ways: readonly { name: string; act: () => void }[];
  children?: ReactNode;
};

/** Something that went wrong, in three sentences, with the ways out of it. Read out at once. */
export function Notice({ sentences: [what, ...more], ways, children }: Props) {
  return (
    <div role="alert" className={styles.notice}>
      <p className={styles.what}>{what}</p>
      {more.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {ways.length > 0 && (
        <div className={styles.ways}>
          {ways.map(({ name, act }) => (
            <button key={name} type="button" className={styles.way} onClick={act}>
              {name}
            </button>
          ))}
        </div>
      )}
      {children}
    </div>
  );
}
