import { i18n } from '#i18n';
import { chooseNames } from '@/lib/card/first-view';
import { type PageRelation, pageRelations } from '@/lib/card/page-relations';
import { nameGrammar, relationSentence } from '@/lib/card/relation-sentence';
import type { Topic } from '@/lib/model/pack';
import { useCardTopic } from './card-topic';
import related from './RelatedTopics.module.css';
import { Said } from './Said';
import styles from './Section.module.css';
import { SinceFold } from './SinceFold';

type Props = {
  /** The other topics that the page mentions. */
  others: readonly Topic[];
  onOpenTopic: (topic: string) => void;
};

/** How the topic hangs together with the others that the page mentions, as sentences; the other one opens in place. */
export function OnThisPageSection({ others, onOpenTopic }: Props) {
  const { topic, division } = useCardTopic();
  const { known, since } = pageRelations(topic, others, division.date);
  return (
    <div className={styles.section}>
      {known.length === 0 && <p className={styles.empty}>{i18n.t('card.empty.page')}</p>}
      <Sentences relations={known} onOpenTopic={onOpenTopic} />
      <SinceFold count={since.length}>
        <Sentences relations={since} onOpenTopic={onOpenTopic} />
      </SinceFold>
    </div>
  );
}

function Sentences({
  relations,
  onOpenTopic,
}: {
  relations: PageRelation[];
  onOpenTopic: Props['onOpenTopic'];
}) {
  const { languages } = useCardTopic();
  if (relations.length === 0) return null;
  const grammarOf = (end: Topic) => nameGrammar(end, chooseNames(end, languages).name.text);
  return (
    <ul className={styles.sentences}>
      {relations.map(({ type, subject, object, other }) => (
        <li key={`${subject.id} ${type} ${object.id}`}>
          <p>
            {relationSentence(type, grammarOf(subject), grammarOf(object), i18n.t).map((part) => {
              if (typeof part === 'string') return part;
              const end = part.end === 'subject' ? subject : object;
              const name = <Said text={chooseNames(end, languages).name} />;
              if (end !== other) return <span key={part.end}>{name}</span>;
              return (
                <button
                  key={part.end}
                  type="button"
                  className={related.topic}
                  onClick={() => onOpenTopic(other.id)}
                >
                  {name}
                </button>
              );
            })}
          </p>
        </li>
      ))}
    </ul>
  );
}
