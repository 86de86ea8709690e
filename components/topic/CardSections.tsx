import type { ReactNode } from 'react';
import { BackgroundSection } from './BackgroundSection';
import { InsightsSection } from './InsightsSection';
import type { RelatedTopic } from './RelatedTopics';
import { SourcesSection } from './SourcesSection';
import type { SectionName } from './section-name';
import { TimelineSection } from './TimelineSection';

type Props = {
  section: SectionName;
  related: ReadonlyMap<string, RelatedTopic>;
  onOpenTopic: (topic: string) => void;
  notes: ReactNode;
};

/** The section of that name. In a file of its own, so that the first view does without its code. */
export function CardSections({ section, related, onOpenTopic, notes }: Props) {
  switch (section) {
    case 'background':
      return <BackgroundSection related={related} onOpenTopic={onOpenTopic} />;
    case 'insights':
      return <InsightsSection />;
    case 'timeline':
      return <TimelineSection />;
    case 'sources':
      return <SourcesSection />;
    case 'notes':
      return notes;
  }
}
