import { Plus } from 'lucide-react';
import { i18n } from '#i18n';
import type { NoteDraft } from '@/lib/model/note';
import { ChipsField, type Choice } from './ChipsField';
import styles from './NoteComposer.module.css';

/** A topic that a note can be about. */
export type TopicChoice = Choice & { onPage: boolean };

type Marked = Pick<NoteDraft, 'topics' | 'tags'>;

type Props = {
  marked: Marked;
  /** None: which topics the note is on is decided already. */
  topics: readonly TopicChoice[];
  /** Ids of topics that one press adds. */
  offered?: readonly string[] | undefined;
  /** Tags that the reader has used before, most used first. */
  tags: readonly string[];
  lacksTopic?: boolean | undefined;
  describedBy?: string | undefined;
  onMarked: (marked: Marked) => void;
};

/** What a note is filed under: its topics, those that are offered for it, and its tags. */
export function NoteMarks({
  marked,
  topics,
  offered = [],
  tags,
  lacksTopic = false,
  describedBy,
  onMarked,
}: Props) {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const toChoice = (id: string): Choice => byId.get(id) ?? { id, name: id };
  const nearFirst = topics.toSorted((a, b) => Number(b.onPage) - Number(a.onPage));
  const open = offered.filter((id) => byId.has(id) && !marked.topics.includes(id)).map(toChoice);
  return (
    <>
      {topics.length > 0 && (
        <div className={styles.topics}>
          <ChipsField
            label={i18n.t('notes.composer.topics')}
            placeholder={i18n.t('notes.composer.chooseTopic')}
            chosen={marked.topics.map(toChoice)}
            options={nearFirst}
            invalid={lacksTopic}
            describedBy={lacksTopic ? describedBy : undefined}
            onChoose={(ids) => onMarked({ ...marked, topics: ids })}
          />
          {open.length > 0 && (
            <ul className={styles.offered} aria-label={i18n.t('notes.composer.offered')}>
              {open.map(({ id, name }) => (
                <li key={id}>
                  <button
                    type="button"
                    className={styles.offer}
                    aria-label={i18n.t('notes.composer.addTopic', [name])}
                    onClick={() => onMarked({ ...marked, topics: [...marked.topics, id] })}
                  >
                    <Plus aria-hidden size={12} />
                    {name}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <ChipsField
        label={i18n.t('notes.composer.tags')}
        placeholder={i18n.t('notes.composer.addTag')}
        chosen={marked.tags.map((tag) => ({ id: tag, name: tag }))}
        options={tags.map((tag) => ({ id: tag, name: tag }))}
        isOpen
        onChoose={(ids) => onMarked({ ...marked, tags: ids })}
      />
    </>
  );
}
