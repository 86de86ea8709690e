import { i18n } from '#i18n';
import { relationWord } from '@/lib/card/relation-word';
import type { Relation } from '@/lib/model/pack';
import type { ReadText } from '@/lib/model/read-text';
import styles from './RelatedTopics.module.css';
import { Said } from './Said';

/** A topic that a card can lead to. */
export type RelatedTopic = { id: string; name: ReadText };

type Props = {
  relations: Relation[];
  /** The topics that are installed, by id: a relation to any other is left out. */
  related: ReadonlyMap<string, RelatedTopic>;
  onOpenTopic: (topic: string) => void;
};

/** Topics this one is related to, each opening in place, under what relates them. */
export function RelatedTopics({ relations, related, onOpenTopic }: Props) {
  const types = [...new Set(relations.map((relation) => relation.type))];
  const rows = types.flatMap((type) => {
    const topics = relations.flatMap((relation) =>
      relation.type === type ? (related.get(relation.topic) ?? []) : [],
    );
    return topics.length > 0 ? [{ type, topics }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{i18n.t('card.related')}</h3>
      <dl className={styles.rows}>
        {rows.map(({ type, topics }) => (
          <div key={type} className={styles.row}>
            <dt className={styles.type}>{relationWord(type, i18n.t)}</dt>
            <dd className={styles.topics}>
              {topics.map((topic) => (
                <button
                  key={topic.id}
                  type="button"
                  className={styles.topic}
                  onClick={() => onOpenTopic(topic.id)}
                >
                  <Said text={topic.name} />
                </button>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
