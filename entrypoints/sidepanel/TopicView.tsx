import { useEffect, useMemo, useRef } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useArrivals } from '@/components/hooks/use-arrivals';
import { valueOr } from '@/components/hooks/use-live';
import { useNotesOfTopic } from '@/components/hooks/use-notes-of-topic';
import { useOwnEvents } from '@/components/hooks/use-own-events';
import { useTopic } from '@/components/hooks/use-topic';
import { Inner } from '@/components/Inner';
import { Door } from '@/components/topic/Door';
import { NotesOfTopic } from '@/components/topic/NotesOfTopic';
import type { SectionName } from '@/components/topic/section-name';
import { TopicCard } from '@/components/topic/TopicCard';
import { toRelated } from '@/components/topic/to-related';
import type { Note } from '@/lib/model/note';
import styles from './App.module.css';
import { usePanel } from './panel-context';

const NO_NOTES: Note[] = [];

type Props = { id: string; section: SectionName | null; cameFrom: { name: string; onBack: () => void } };

/** The card of a topic, as of the panel's date, with the door to the dossier. Takes the focus. */
export function TopicView({ id, section, cameFrom }: Props) {
  const { page, topics, context, act, openTopic } = usePanel();
  const frame = useRef<HTMLDivElement>(null);
  const loaded = useTopic(id);
  const topic = valueOr(loaded, null);
  const notes = valueOr(useNotesOfTopic(topic), NO_NOTES);
  const own = useOwnEvents(topic, notes);
  const related = useMemo(() => toRelated(topics, context.languages), [topics, context.languages]);

  const others = useMemo(
    () => topics.filter(({ id: other }) => context.pageTopics.includes(other)),
    [topics, context],
  );
  const news = useArrivals(topic?.id ?? null);
  const reading = useMemo(
    () => ({ article: page?.article ?? null, notes, onHolding: ignoreHolding, ...news }),
    [page, notes, news],
  );

  const isShown = topic !== null;
  useEffect(() => {
    if (isShown) frame.current?.querySelector('h1')?.focus();
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
  const openDossier = () => act({ act: 'open', view: { view: 'dossier', id: topic.id } });
  return (
    <div ref={frame} className={styles.card}>
      <TopicCard
        topic={own.shown ?? topic}
        context={context}
        section={section}
        onSection={(next) => act({ act: 'section', section: next })}
        cameFrom={cameFrom}
        related={related}
        others={others}
        peers={topics}
        reading={reading}
        onOpenTopic={openTopic}
        noteCount={own.others.length}
        notes={
          <NotesOfTopic
            topic={topic}
            languages={context.languages}
            article={page?.article ?? null}
            notes={own.others}
            onHolding={ignoreHolding}
            onOpenNotes={openDossier}
          />
        }
        tools={
          <span className={styles.dossier}>
            <Door label={i18n.t('panel.topic.dossier')} onOpen={openDossier} />
          </span>
        }
      />
    </div>
  );
}

/** The panel stays open by itself. */
function ignoreHolding(): void {}
