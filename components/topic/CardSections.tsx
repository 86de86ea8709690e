import { type ReactNode, useMemo, useState } from 'react';
import type { Topic } from '@/lib/model/pack';
import { BackgroundSection } from './BackgroundSection';
import { CardLinesContext, type Reading } from './card-lines';
import { FiguresSection } from './FiguresSection';
import { InsightsSection } from './InsightsSection';
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

const NO_READING: Reading = {
  article: null,
  notes: [],
  onHolding: () => {},
  arrivals: new Set(),
  onSeen: () => {},
};

/** The section of that name. In a file of its own, so that the first view does without its code. */
export function CardSections({ reading = NO_READING, ...props }: Props) {
  const [open, onOpen] = useState<string | null>(null);
  const lines = useMemo(() => ({ ...reading, open, onOpen }), [reading, open]);
  return (
    <CardLinesContext value={lines}>
      <Section {...props} />
    </CardLinesContext>
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
