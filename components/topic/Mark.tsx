import { i18n } from '#i18n';
import { type Mark as MarkName, markWord } from '@/lib/card/words';
import styles from './Mark.module.css';

/**
 * Small shapes beside the words, on a square of 8 in the colour of the text: full for what happened, half for what is
 * said, open for what is planned.
 */
export const MARK_SHAPES: Record<MarkName, React.ReactNode> = {
  fact: <circle cx="4" cy="4" r="3" fill="currentColor" />,
  claim: (
    <>
      <circle cx="4" cy="4" r="2.75" fill="none" stroke="currentColor" />
      <path d="M4 1.25a2.75 2.75 0 0 0 0 5.5z" fill="currentColor" />
    </>
  ),
  plan: <circle cx="4" cy="4" r="2.75" fill="none" stroke="currentColor" strokeDasharray="1.9 1" />,
  disputed: <path d="M4 .9 7.1 4 4 7.1.9 4z" fill="none" stroke="currentColor" />,
  opinion: <path d="M1 2h6M1 4h6M1 6h4" fill="none" stroke="currentColor" />,
  yours: <path d="M1.2 6.8 2 4.6 5.4 1.2 6.8 2.6 3.4 6z" fill="none" stroke="currentColor" />,
  added: <path d="M4 1v6M1 4h6" fill="none" stroke="currentColor" />,
};

/** What stands behind a statement, as a word with a small shape. */
export function Mark({ mark }: { mark: MarkName }) {
  return (
    <span className={styles.mark} data-mark={mark}>
      <svg className={styles.shape} viewBox="0 0 8 8" aria-hidden="true" focusable="false">
        {MARK_SHAPES[mark]}
      </svg>
      {markWord(mark, i18n.t)}
    </span>
  );
}
