import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { i18n } from '#i18n';
import type { NoteDraft } from '@/lib/model/note';
import { type About, aboutOf, isBlank, type Lack } from './composer-draft';
import { EventFields } from './EventFields';
import type { EventChoice } from './event-choice';
import { LACK_TEXTS } from './lack-texts';
import styles from './NoteComposer.module.css';
import { NoteMarks, type TopicChoice } from './NoteMarks';

export type { TopicChoice } from './NoteMarks';

/** How far saving is: `lacking` says that the reader tried and what is missing. */
export type SaveState = 'idle' | 'saving' | 'saved' | 'lacking';

type Props = {
  draft: NoteDraft;
  /** What the field for the text is called. */
  label?: string | undefined;
  /** What a note can be about here, in order; one alone is not asked for. */
  choices: readonly About[];
  /** None: the note's topic is decided already. */
  topics: readonly TopicChoice[];
  /** Ids of topics that one press adds. */
  offered?: readonly string[];
  /** Tags that the reader has used before, most used first. */
  tags?: readonly string[];
  /** Absent: the note cannot be an event. */
  event?: EventChoice;
  state: SaveState;
  lack: Lack;
  onAbout: (about: About) => void;
  onDraft: (draft: NoteDraft) => void;
  onSave: () => void;
  /** Notices of what went wrong, under the field. */
  children?: ReactNode;
};

/**
 * Writes a note on the page, on the selected passage or on a topic, or an event on a topic's timeline. Ctrl or Command
 * with Enter saves.
 */
export function NoteComposer({
  draft,
  label = i18n.t('notes.composer.body'),
  choices,
  topics,
  offered,
  tags = [],
  event,
  state,
  lack,
  onAbout,
  onDraft,
  onSave,
  children,
}: Props) {
  const ids = { hint: useId(), lack: useId() };
  const quote = draft.target?.selectors?.quote.exact ?? null;
  // Until the reader begins to write, the room is left to what stands around. What the note is filed under already is
  // always in sight.
  const [isBegun, setBegun] = useState(false);
  const isMarked = draft.topics.length > 0 || Boolean(draft.event) || aboutOf(draft) === 'topic';
  const shownLack = state === 'lacking' ? lack : null;

  const saveByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    // Not `onSave`: the field that the key was pressed in may just have changed the draft.
    event.currentTarget.requestSubmit();
  };

  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={saveByKey}
    >
      {choices.length > 1 && (
        <Segments
          label={i18n.t('notes.composer.about')}
          value={aboutOf(draft)}
          choices={choices.map((choice) => ({ value: choice, label: i18n.t(`notes.composer.${choice}`) }))}
          onValue={onAbout}
        />
      )}
      {event && (
        <Segments
          label={i18n.t('notes.composer.kind')}
          value={draft.event ? 'event' : 'note'}
          choices={[
            { value: 'note', label: i18n.t('notes.composer.note') },
            { value: 'event', label: event.label },
          ]}
          onValue={(kind) => onDraft({ ...draft, ...(kind === 'event' ? event.propose() : { event: null }) })}
        />
      )}
      {/* The event says what the passage says, or what the reader makes of it. */}
      {quote !== null && draft.event?.text !== quote && (
        <blockquote className={styles.quote} dir="auto" aria-label={i18n.t('notes.composer.quote')}>
          {quote}
        </blockquote>
      )}
      {draft.event && (
        <EventFields
          event={draft.event}
          lack={shownLack}
          describedBy={ids.lack}
          onEvent={(event) => onDraft({ ...draft, event })}
        />
      )}
      <textarea
        aria-label={label}
        aria-describedby={shownLack === 'body' ? ids.lack : ids.hint}
        aria-invalid={shownLack === 'body'}
        className={draft.event ? styles.event : styles.body}
        dir="auto"
        rows={draft.event ? 1 : 3}
        placeholder={i18n.t('notes.composer.placeholder')}
        value={draft.body}
        onFocus={() => setBegun(true)}
        onChange={({ target }) => onDraft({ ...draft, body: target.value })}
      />
      {(isBegun || isMarked || shownLack !== null || !isBlank(draft)) && (
        <NoteMarks
          marked={draft}
          topics={topics}
          offered={offered}
          tags={tags}
          lacksTopic={shownLack === 'topic'}
          describedBy={ids.lack}
          onMarked={(marked) => onDraft({ ...draft, ...marked })}
        />
      )}
      {children}
      <div className={styles.foot}>
        <p id={ids.hint} className={styles.hint}>
          {i18n.t(isMac() ? 'notes.composer.shortcutMac' : 'notes.composer.shortcut')}
        </p>
        <p role="status" id={ids.lack} className={shownLack ? styles.lack : styles.saved}>
          {shownLack && i18n.t(LACK_TEXTS[shownLack])}
          {state === 'saved' && i18n.t('notes.composer.saved')}
        </p>
        <button type="submit" className={styles.save} aria-disabled={state === 'saving'}>
          {i18n.t(draft.event ? 'notes.composer.saveEvent' : 'notes.composer.save')}
        </button>
      </div>
    </form>
  );
}

type SegmentsProps<Value extends string> = {
  label: string;
  value: Value;
  choices: readonly { value: Value; label: string }[];
  onValue: (value: Value) => void;
};

function Segments<Value extends string>({ label, value, choices, onValue }: SegmentsProps<Value>) {
  return (
    <RadioGroup<Value> value={value} onValueChange={onValue} aria-label={label} className={styles.segments}>
      {choices.map((choice) => (
        <Radio.Root key={choice.value} value={choice.value} className={styles.segment}>
          {choice.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}
