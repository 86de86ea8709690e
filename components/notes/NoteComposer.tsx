import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { i18n } from '#i18n';
import type { NoteDraft } from '@/lib/model/note';
import { type About, aboutOf, type Lack } from './composer-draft';
import styles from './NoteComposer.module.css';

/** A topic that a note can be about. */
export type TopicChoice = { id: string; name: string; onPage: boolean };

/** How far saving is: `lacking` says that the reader tried and what is missing. */
export type SaveState = 'idle' | 'saving' | 'saved' | 'lacking';

type Props = {
  draft: NoteDraft;
  /** What a note can be about here, in order; one alone is not asked for. */
  choices: readonly About[];
  topics: readonly TopicChoice[];
  state: SaveState;
  lack: Lack;
  onAbout: (about: About) => void;
  onDraft: (draft: NoteDraft) => void;
  onSave: () => void;
  /** Notices of what went wrong, under the field. */
  children?: ReactNode;
};

/** Writes a note on the page, on the selected passage or on a topic. Ctrl or Command with Enter saves. */
export function NoteComposer({
  draft,
  choices,
  topics,
  state,
  lack,
  onAbout,
  onDraft,
  onSave,
  children,
}: Props) {
  const ids = { hint: useId(), lack: useId() };
  const about = aboutOf(draft);
  const quote = draft.target?.selectors?.quote.exact ?? null;
  const isLacking = state === 'lacking' && lack !== null;

  const saveByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSave();
  };

  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {choices.length > 1 && (
        <RadioGroup<About>
          value={about}
          onValueChange={onAbout}
          aria-label={i18n.t('notes.composer.about')}
          className={styles.segments}
        >
          {choices.map((choice) => (
            <Radio.Root key={choice} value={choice} className={styles.segment}>
              {i18n.t(`notes.composer.${choice}`)}
            </Radio.Root>
          ))}
        </RadioGroup>
      )}
      {about === 'topic' && topics.length > 0 && (
        <select
          aria-label={i18n.t('notes.composer.whichTopic')}
          aria-invalid={isLacking && lack === 'topic'}
          aria-describedby={isLacking && lack === 'topic' ? ids.lack : undefined}
          className={styles.topic}
          value={draft.topics[0] ?? ''}
          onChange={(event) => onDraft({ ...draft, topics: event.target.value ? [event.target.value] : [] })}
        >
          <option value="">{i18n.t('notes.composer.chooseTopic')}</option>
          <TopicOptions
            label={i18n.t('notes.composer.onThisPage')}
            topics={topics.filter((topic) => topic.onPage)}
          />
          <TopicOptions
            label={i18n.t('notes.composer.otherTopics')}
            topics={topics.filter((topic) => !topic.onPage)}
          />
        </select>
      )}
      {quote !== null && (
        <blockquote className={styles.quote} dir="auto" aria-label={i18n.t('notes.composer.quote')}>
          {quote}
        </blockquote>
      )}
      <textarea
        aria-label={i18n.t('notes.composer.body')}
        aria-describedby={isLacking && lack === 'body' ? ids.lack : ids.hint}
        aria-invalid={isLacking && lack === 'body'}
        className={styles.body}
        dir="auto"
        rows={3}
        placeholder={i18n.t('notes.composer.placeholder')}
        value={draft.body}
        onChange={(event) => onDraft({ ...draft, body: event.target.value })}
        onKeyDown={saveByKey}
      />
      {children}
      <div className={styles.foot}>
        <p id={ids.hint} className={styles.hint}>
          {i18n.t(isMac() ? 'notes.composer.shortcutMac' : 'notes.composer.shortcut')}
        </p>
        <p role="status" id={ids.lack} className={isLacking ? styles.lack : styles.saved}>
          {isLacking && i18n.t(lack === 'topic' ? 'notes.composer.topicEmpty' : 'notes.composer.bodyEmpty')}
          {state === 'saved' && i18n.t('notes.composer.saved')}
        </p>
        <button type="submit" className={styles.save} aria-disabled={state === 'saving'}>
          {i18n.t('notes.composer.save')}
        </button>
      </div>
    </form>
  );
}

function TopicOptions({ label, topics }: { label: string; topics: readonly TopicChoice[] }) {
  if (topics.length === 0) return null;
  return (
    <optgroup label={label}>
      {topics.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}
