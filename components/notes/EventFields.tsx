import { useId } from 'react';
import { i18n } from '#i18n';
import type { OwnEvent } from '@/lib/model/note';
import type { Lack } from './composer-draft';
import styles from './NoteComposer.module.css';

type Props = {
  event: OwnEvent;
  /** What the reader tried to save without; null: nothing, or they have not tried. */
  lack: Lack;
  /** The element that says what is lacking. */
  describedBy: string;
  onEvent: (event: OwnEvent) => void;
};

/** What happened, and when: as a day, a month, a quarter or a year. */
export function EventFields({ event, lack, describedBy, onEvent }: Props) {
  const ids = { date: useId(), hint: useId() };
  const lacksText = lack === 'event' || lack === 'eventLength';
  const lacksDate = lack === 'date';
  return (
    <>
      <textarea
        aria-label={i18n.t('notes.event.text')}
        aria-invalid={lacksText}
        aria-describedby={lacksText ? describedBy : undefined}
        className={styles.event}
        dir="auto"
        rows={2}
        placeholder={i18n.t('notes.event.placeholder')}
        value={event.text}
        onChange={({ target }) => onEvent({ ...event, text: target.value })}
      />
      <div className={styles.dated}>
        <label htmlFor={ids.date} className={styles.hint}>
          {i18n.t('notes.event.date')}
        </label>
        <input
          id={ids.date}
          type="text"
          className={styles.date}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={lacksDate}
          aria-describedby={lacksDate ? describedBy : ids.hint}
          value={event.date}
          onChange={({ target }) => onEvent({ ...event, date: target.value.trim() })}
        />
        <span id={ids.hint} className={styles.hint}>
          {i18n.t('notes.event.dateHint')}
        </span>
      </div>
    </>
  );
}
