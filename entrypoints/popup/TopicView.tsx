import { useEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useArrivals } from '@/components/hooks/use-arrivals';
import { valueOr } from '@/components/hooks/use-live';
import { useNotesOfTopic } from '@/components/hooks/use-notes-of-topic';
import { useOwnEvents } from '@/components/hooks/use-own-events';
import { useTopic } from '@/components/hooks/use-topic';
import { Inner } from '@/components/Inner';
import type { SectionName } from '@/components/topic/section-name';
import { TopicCard } from '@/components/topic/TopicCard';
import { toRelated } from '@/components/topic/to-related';
import { shownLanguages } from '@/components/topic-names';
import type { ViewContext } from '@/lib/card/first-view';
import type { PageState } from '@/lib/messages/page';
import type { Note } from '@/lib/model/note';
import { isCoarseDate } from '@/lib/time/coarse-date';
import { todayOf } from '@/lib/time/format-date';
import styles from './App.module.css';
import { NotesOfTopic } from './NotesOfTopic';
import { usePopup } from './popup-context';

const NO_NOTES: Note[] = [];
/** The popup closes only when the reader leaves it; the draft is kept. */
const keepOpen = () => {};

type Props = { id: string; cameFrom: { name: string; onBack: () => void } };

/** The card of a topic, as of the date of the page's article. Takes the focus. */
export function TopicView({ id, cameFrom }: Props) {
  const { page, topics, openTopic, dating } = usePopup();
  const [section, setSection] = useState<SectionName | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const loaded = useTopic(id);
  const topic = valueOr(loaded, null);
  const notes = valueOr(useNotesOfTopic(topic), NO_NOTES);
  const own = useOwnEvents(topic, notes);
  const context = useMemo(() => toContext(page), [page]);
  const related = useMemo(() => toRelated(topics, shownLanguages()), [topics]);
  const others = useMemo(
    () => topics.filter(({ id: other }) => context.pageTopics.includes(other)),
    [topics, context],
  );

  const news = useArrivals(topic?.id ?? null);
  const reading = useMemo(
    () => ({ article: page?.article ?? null, notes, onHolding: keepOpen, ...news }),
    [page, notes, news],
  );

  const isShown = topic !== null;
  useEffect(() => {
    if (!isShown) return;
    frame.current?.querySelector('h1')?.focus();
    window.scrollTo?.(0, 0);
  }, [isShown]);

  if (loaded.state === 'loading') return null;
  if (loaded.state === 'failed' || topic === null) {
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
    <div ref={frame} className={styles.card}>
      <TopicCard
        topic={own.shown ?? topic}
        context={context}
        section={section}
        onSection={setSection}
        cameFrom={cameFrom}
        related={related}
        others={others}
        peers={topics}
        onOpenTopic={openTopic}
        noteCount={own.others.length}
        dating={dating ?? undefined}
        notes={<NotesOfTopic topic={topic} notes={own.others} />}
        reading={reading}
      />
    </div>
  );
}

function toContext(page: PageState | null): ViewContext {
  const published = page?.article.published ?? null;
  return {
    articleDate: published !== null && isCoarseDate(published) ? published : null,
    pageTopics: page?.topics.map(({ topic }) => topic) ?? [],
    today: todayOf(new Date()),
    languages: shownLanguages(),
  };
}
