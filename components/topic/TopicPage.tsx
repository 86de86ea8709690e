import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useTopicCard } from '@/components/hooks/use-topic-card';
import { Inner } from '@/components/Inner';
import type { ArticleFacts } from '@/lib/messages/page';
import type { Note } from '@/lib/model/note';
import type { Topic } from '@/lib/model/pack';
import { TopicCard } from './TopicCard';

type OfCard = 'context' | 'section' | 'onSection' | 'onOpenTopic' | 'dating' | 'tools';

type Props = Pick<ComponentProps<typeof TopicCard>, OfCard> & {
  id: string;
  article: ArticleFacts | null;
  cameFrom: { name: string; onBack: () => void };
  className: string | undefined;
  /** The content of the section Notes. */
  notesOf: (topic: Topic, notes: Note[]) => ReactNode;
};

/** The card of a topic in a page that stays open by itself, or why there is none. Takes the focus. */
export function TopicPage({ id, article, cameFrom, className, notesOf, ...props }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const { loaded, card, notes } = useTopicCard({ id, article, onHolding: ignoreHolding, ...props });
  const isShown = card !== null;
  useEffect(() => {
    if (!isShown) return;
    frame.current?.querySelector('h1')?.focus();
    window.scrollTo?.(0, 0);
  }, [isShown]);

  if (loaded.state === 'loading') return null;
  if (card === null) {
    return (
      <Inner onBack={cameFrom.onBack}>
        {loaded.state === 'failed' ? (
          <ErrorNotice error={loaded.error} onRetry={loaded.retry} />
        ) : (
          <p>{i18n.t('card.missing', [id])}</p>
        )}
      </Inner>
    );
  }
  return (
    <div ref={frame} className={className}>
      <TopicCard {...props} {...card} cameFrom={cameFrom} notes={notesOf(card.topic, notes)} />
    </div>
  );
}

function ignoreHolding(): void {}
