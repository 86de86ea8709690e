import { type ReactNode, useMemo } from 'react';
import { i18n } from '#i18n';
import type { ViewContext } from '@/lib/card/first-view';
import { knownHeading } from '@/lib/card/first-view-text';
import type { Topic } from '@/lib/model/pack';
import { BackgroundSection } from './BackgroundSection';
import styles from './CardSections.module.css';
import type { Reading } from './card-lines';
import { CardTopicContext, toCardTopic } from './card-topic';
import { FiguresSection } from './FiguresSection';
import { InsightsSection } from './InsightsSection';
import { LinesOfCard } from './LinesOfCard';
import { OnThisPageSection } from './OnThisPageSection';
import type { RelatedTopic } from './RelatedTopics';
import { SourcesSection } from './SourcesSection';
import { SECTIONS, type SectionName } from './section-name';
import { TimelineSection } from './TimelineSection';

type Props = {
  topic: Topic;
  context: ViewContext;
  section: SectionName;
  onSection: (section: SectionName) => void;
  related: ReadonlyMap<string, RelatedTopic>;
  others: readonly Topic[];
  peers: readonly Topic[];
  onOpenTopic: (topic: string) => void;
  notes: ReactNode;
  reading: Reading | undefined;
};

/**
 * The opened section, under the list of all. In a file of its own, so that the first view does without its code.
 */
export function CardSections({ topic, context, onSection, reading, ...props }: Props) {
  const { section } = props;
  const cardTopic = useMemo(() => toCardTopic(topic, context), [topic, context]);
  return (
    <CardTopicContext value={cardTopic}>
      <SectionList current={section} onSection={onSection} />
      <section className={styles.section} aria-label={i18n.t(`card.section.${section}`)}>
        {section !== 'notes' && <h2 className={styles.label}>{knownHeading(context.articleDate, i18n.t)}</h2>}
        <LinesOfCard reading={reading}>
          <Section {...props} />
        </LinesOfCard>
      </section>
    </CardTopicContext>
  );
}

function SectionList({
  current,
  onSection,
}: {
  current: SectionName;
  onSection: (section: SectionName) => void;
}) {
  return (
    <nav aria-label={i18n.t('card.sections')}>
      <ul className={styles.sections}>
        {SECTIONS.map((name) => (
          <li key={name}>
            <button
              type="button"
              className={styles.sectionLink}
              aria-current={name === current || undefined}
              onClick={() => onSection(name)}
            >
              {i18n.t(`card.section.${name}`)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Section({
  section,
  related,
  others,
  peers,
  onOpenTopic,
  notes,
}: Omit<Props, 'topic' | 'context' | 'onSection' | 'reading'>) {
  switch (section) {
    case 'background':
      return <BackgroundSection related={related} onOpenTopic={onOpenTopic} />;
    case 'insights':
      return <InsightsSection />;
    case 'timeline':
      return <TimelineSection />;
    case 'figures':
      return <FiguresSection peers={peers} />;
    case 'page':
      return <OnThisPageSection others={others} onOpenTopic={onOpenTopic} />;
    case 'sources':
      return <SourcesSection />;
    case 'notes':
      return notes;
  }
}
