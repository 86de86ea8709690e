import type { ReactNode } from 'react';
import type { Topic } from '@/lib/model/pack';
import { BackgroundSection } from './BackgroundSection';
import type { Reading } from './card-lines';
import { FiguresSection } from './FiguresSection';
import { InsightsSection } from './InsightsSection';
import { LinesOfCard } from './LinesOfCard';
import { OnThisPageSection } from './OnThisPageSection';
import type { RelatedTopic } from './RelatedTopics';
import { SourcesSection } from './SourcesSection';
import type { SectionName } from './section-name';
import { TimelineSection } from './TimelineSection';

type Props = {
  section: SectionName;
  related: ReadonlyMap<string, RelatedTopic>;
  others: readonly Topic[];
  peers: readonly Topic[];
  onOpenTopic: (topic: string) => void;
  notes: ReactNode;
  reading: Reading | undefined;
};

/** The section of that name. In a file of its own, so that the first view does without its code. */
export function CardSections({ reading, ...props }: Props) {
  return (
    <LinesOfCard reading={reading}>
      <Section {...props} />
    </LinesOfCard>
  );
}

function Section({ section, related, others, peers, onOpenTopic, notes }: Omit<Props, 'reading'>) {
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
