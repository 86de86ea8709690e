import { i18n } from '#i18n';
import { isOwnEvent } from '@/lib/card/is-own-event';
import { isAddedEvent } from '@/lib/card/mark-of-event';
import { sourcesAsOf } from '@/lib/card/sources-as-of';
import type { Source } from '@/lib/model/pack';
import { readText } from '@/lib/model/read-text';
import { formatDate } from '@/lib/time/format-date';
import { Around } from './Around';
import { Beside } from './Beside';
import { useCardTopic } from './card-topic';
import styles from './Section.module.css';
import { SinceFold } from './SinceFold';
import { SourceLink } from './SourceLink';

/** Who said it, where we read it, when, and what kind of source it is; later sources folded. */
export function SourcesSection() {
  const { topic, division } = useCardTopic();
  const { known, since } = sourcesAsOf(topic, division);
  return (
    <div className={styles.section}>
      {known.length === 0 && <p className={styles.empty}>{i18n.t('card.empty.sources')}</p>}
      <Sources sources={known} />
      <SinceFold count={since.length}>
        <Sources sources={since} />
      </SinceFold>
    </div>
  );
}

function Sources({ sources }: { sources: Source[] }) {
  if (sources.length === 0) return null;
  return (
    <ul className={styles.list}>
      {sources.map((source) => (
        <li key={source.id} className={styles.source}>
          <SourceLine source={source} />
        </li>
      ))}
    </ul>
  );
}

function tierOf({ id, tier }: Source) {
  if (isOwnEvent(id)) return 'yours';
  return isAddedEvent(id) ? 'added' : tier;
}

function SourceLine({ source }: { source: Source }) {
  const { languages } = useCardTopic();
  const origin = readText(source.origin, languages);
  return (
    <>
      <SourceLink as="p" url={source.url} name={origin} />
      <Beside className={styles.beside}>
        <span>{i18n.t(`card.tier.${tierOf(source)}`)}</span>
        {source.date !== undefined && <span>{formatDate(source.date, i18n.t)}</span>}
        {source.via !== undefined && (
          <span>
            <Around message="card.via" text={readText(source.via, languages)} />
          </span>
        )}
      </Beside>
    </>
  );
}
