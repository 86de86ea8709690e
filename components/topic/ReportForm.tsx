import { useEffect, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { shorten } from '@/components/notes/note-name';
import type { AppError } from '@/lib/model/app-error';
import { type Copying, CopyOutcome } from './CopyOutcome';
import styles from './ReportForm.module.css';

type Draft = { body: string; source: string; withArticle: boolean };

type Props = {
  /** The statement that the report is about. */
  line: string;
  draft: Draft;
  hasArticle: boolean;
  /** The pack names a page for reports, which opens when the report is copied. */
  hasAddress: boolean;
  copying: Copying | null;
  keeping: 'no' | 'saving' | 'kept';
  error: AppError | null;
  onDraft: (fields: Partial<Draft>) => void;
  onCopy: () => void;
  onKeep: () => void;
};

/** What a reader fills in to report an error in a statement. Takes the focus when it opens. */
export function ReportForm(props: Props) {
  const { line, draft, hasArticle, hasAddress, copying, keeping, error, onDraft, onCopy, onKeep } = props;
  const ids = { heading: useId(), wrong: useId(), source: useId(), lack: useId() };
  const field = useRef<HTMLTextAreaElement>(null);
  const [isLacking, setLacking] = useState(false);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.form?.scrollIntoView?.({ block: 'nearest' });
  }, []);

  const attempt = (act: () => void) => {
    const isBlank = draft.body.trim() === '';
    setLacking(isBlank);
    if (isBlank) field.current?.focus();
    else act();
  };
  const copied = i18n.t(hasAddress ? 'card.report.sendTo' : 'card.report.sendYourself');
  const said = copying ? copied : keeping === 'kept' ? i18n.t('card.report.kept') : '';
  return (
    <form
      className={styles.form}
      aria-labelledby={ids.heading}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        attempt(onCopy);
      }}
    >
      <h3 id={ids.heading} className={styles.heading}>
        {i18n.t('card.report.heading', [shorten(line)])}
      </h3>
      <label htmlFor={ids.wrong} className={styles.label}>
        {i18n.t('card.report.wrong')}
      </label>
      <textarea
        ref={field}
        id={ids.wrong}
        className={styles.field}
        rows={3}
        required
        dir="auto"
        value={draft.body}
        aria-invalid={isLacking}
        aria-describedby={isLacking ? ids.lack : undefined}
        onChange={(event) => {
          setLacking(false);
          onDraft({ body: event.target.value });
        }}
      />
      {isLacking && (
        <p id={ids.lack} className={styles.lack}>
          {i18n.t('card.report.lack')}
        </p>
      )}
      <label htmlFor={ids.source} className={styles.label}>
        {i18n.t('card.report.source')}
      </label>
      <input
        id={ids.source}
        className={styles.field}
        type="text"
        dir="auto"
        value={draft.source}
        onChange={(event) => onDraft({ source: event.target.value })}
      />
      {hasArticle && (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={draft.withArticle}
            onChange={(event) => onDraft({ withArticle: event.target.checked })}
          />
          {i18n.t('card.report.withArticle')}
        </label>
      )}
      <p className={styles.label}>{i18n.t('card.report.private')}</p>
      <div className={styles.acts}>
        <button type="submit" className={styles.copy}>
          {i18n.t('card.report.copy')}
        </button>
        <button
          type="button"
          className={styles.other}
          aria-disabled={keeping !== 'no'}
          onClick={() => attempt(onKeep)}
        >
          {i18n.t('card.report.keep')}
        </button>
      </div>
      <CopyOutcome copying={copying} said={said} />
      {error && <ErrorNotice error={error} />}
    </form>
  );
}
