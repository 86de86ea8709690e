import { type FormEvent, useEffect, useId, useRef } from 'react';
import { i18n } from '#i18n';
import { type CoarseDate, isCoarseDate, precisionOf } from '@/lib/time/coarse-date';
import styles from './DateEditor.module.css';
import type { Dating } from './DateHeading';
import { noDateReason } from './no-date-reason';
import { onEscape } from './on-escape';

/** The web has no older articles. */
const FIRST_DAY = '1995-01-01';

const ORIGINS = { 'json-ld': 'data', meta: 'head', time: 'top', address: 'address' } as const;

type Props = {
  id: string;
  date: CoarseDate | null;
  today: CoarseDate;
  dating: Dating;
  onClose: () => void;
};

/** A place to change an article's date, with what the page says of it. Takes the focus; Escape closes it and nothing else. */
export function DateEditor({ id, date, today, dating, onClose }: Props) {
  const { dated, isCorrected, onDate } = dating;
  const field = useRef<HTMLInputElement>(null);
  const fieldId = useId();
  const saidId = useId();
  useEffect(() => field.current?.focus(), []);

  const take = (next: CoarseDate | null) => {
    onDate(next);
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const next = field.current?.value ?? '';
    if (isCoarseDate(next)) take(next);
  };
  return (
    <form id={id} className={styles.editor} onSubmit={submit} onKeyDown={onEscape(onClose)}>
      <p id={saidId} className={styles.said}>
        {dated.is === 'none' ? noDateReason(dated, i18n.t) : i18n.t(`card.date.from.${ORIGINS[dated.from]}`)}
      </p>
      <label htmlFor={fieldId}>{i18n.t('card.date.label')}</label>
      <div className={styles.row}>
        <input
          ref={field}
          id={fieldId}
          type="date"
          className={styles.field}
          required
          min={FIRST_DAY}
          max={today}
          defaultValue={date !== null && precisionOf(date) === 'day' ? date : ''}
          aria-describedby={saidId}
        />
        <button type="submit" className={styles.use}>
          {i18n.t('card.date.use')}
        </button>
        {isCorrected && (
          <button type="button" className={styles.back} onClick={() => take(null)}>
            {i18n.t('card.date.back')}
          </button>
        )}
      </div>
    </form>
  );
}
