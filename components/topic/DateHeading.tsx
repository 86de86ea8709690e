import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { LazyErrorNotice } from '@/components/LazyErrorNotice';
import type { ArticleDate } from '@/lib/messages/page';
import type { AppError } from '@/lib/model/app-error';
import type { CoarseDate } from '@/lib/time/coarse-date';
import { formatDate } from '@/lib/time/format-date';
import { Beside } from './Beside';
import styles from './DateHeading.module.css';
import { noDateReason } from './no-date-reason';

const DateEditor = lazy(async () => ({ default: (await import('./DateEditor')).DateEditor }));

/** What the page says of the article's date, whether the reader has said otherwise, and what happens when they do. */
export type Dating = {
  dated: ArticleDate;
  isCorrected: boolean;
  error: AppError | null;
  /** Null goes back to what the page says. */
  onDate: (date: CoarseDate | null) => void;
  /** Called with true while the date is being changed: the card must not close meanwhile. */
  onEditing?: ((editing: boolean) => void) | undefined;
};

type Props = {
  /** "Known on 18 Sep 2025". */
  text: string;
  /** The date that holds. */
  date: CoarseDate | null;
  today: CoarseDate;
  dating: Dating;
};

/** The heading over what the article could know, which opens a place to change its date; beside it what is doubtful there. */
export function DateHeading({ text, date, today, dating }: Props) {
  const { dated, isCorrected, error, onEditing } = dating;
  const [isOpen, setOpen] = useState(false);
  const editorId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const turn = (open: boolean) => {
    setOpen(open);
    onEditing?.(open);
    if (!open) button.current?.focus();
  };
  // A card that shows something else by then is no longer being dated.
  useEffect(() => (isOpen ? () => onEditing?.(false) : undefined), [isOpen, onEditing]);

  const beside = isCorrected
    ? i18n.t('card.date.yours')
    : dated.is === 'found' && dated.updated
      ? i18n.t('card.date.updated', [formatDate(dated.updated, i18n.t)])
      : null;
  return (
    <>
      <Beside as="div" className={styles.line}>
        <h2 className={styles.heading}>
          <button
            ref={button}
            type="button"
            className={styles.button}
            title={i18n.t('card.date.change')}
            aria-expanded={isOpen}
            aria-controls={isOpen ? editorId : undefined}
            onClick={() => turn(!isOpen)}
          >
            {text}
          </button>
        </h2>
        {beside && <span className={styles.beside}>{beside}</span>}
      </Beside>
      {!isCorrected && !isOpen && dated.is === 'none' && dated.why !== 'silent' && (
        <p className={styles.reason}>{noDateReason(dated, i18n.t)}</p>
      )}
      {isOpen && (
        <Suspense>
          <DateEditor id={editorId} date={date} today={today} dating={dating} onClose={() => turn(false)} />
        </Suspense>
      )}
      {error && (
        <div className={styles.wide}>
          <Suspense>
            <LazyErrorNotice error={error} />
          </Suspense>
        </div>
      )}
    </>
  );
}
