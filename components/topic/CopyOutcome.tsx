import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import styles from './LineMenu.module.css';

/** A try to copy: the text, and whether the clipboard has it. */
export type Copying = { text: string; isCopied: boolean };

type Props = {
  /** The last try; null before the first. */
  copying: Copying | null;
  /** What is said where nothing failed; empty before anything was done. */
  said: string;
};

/** Says how copying went, in one polite line; where it failed, the text stands there selected. */
export function CopyOutcome({ copying, said }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (copying?.isCopied === false) field.current?.select();
  }, [copying]);
  return (
    <>
      <p role="status" className={styles.status}>
        {copying?.isCopied === false ? i18n.t('card.line.notCopied') : said}
      </p>
      {copying?.isCopied === false && (
        <textarea
          ref={field}
          readOnly
          rows={4}
          className={styles.field}
          aria-label={i18n.t('card.line.byHand')}
          value={copying.text}
          dir="auto"
        />
      )}
    </>
  );
}
