import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { valueOr } from '@/components/hooks/use-live';
import { useNotesOfTopic } from '@/components/hooks/use-notes-of-topic';
import { useTopic, useTopicsOf } from '@/components/hooks/use-topic';
import { IconButton } from '@/components/topic/IconButton';
import { TopicCard } from '@/components/topic/TopicCard';
import { shownLanguages } from '@/components/topic-names';
import { chooseNames, type ViewContext } from '@/lib/card/first-view';
import { callBackground } from '@/lib/messages/call-background';
import type { FromCard } from '@/lib/messages/card-port';
import { type AppError, toAppError } from '@/lib/model/app-error';
import type { Note } from '@/lib/model/note';
import type { Topic } from '@/lib/model/pack';
import { isCoarseDate } from '@/lib/time/coarse-date';
import { todayOf } from '@/lib/time/format-date';
import { MissingTopic } from './MissingTopic';
import { Sized } from './Sized';
import type { Show } from './use-session';
import { useTrail } from './use-trail';

const NotesOfTopic = lazy(async () => ({ default: (await import('./NotesOfTopic')).NotesOfTopic }));

const NO_TOPICS: string[] = [];
const NO_OTHERS: Topic[] = [];
const NO_NOTES: Note[] = [];

type Props = { show: Show; send: (message: FromCard) => void };

/** One showing of the card: begins at the topic of the mention and goes from there to related topics and back. */
export function Visit({ show, send }: Props) {
  const { visit } = show;
  const { here, before, after, ...trail } = useTrail(show.topic);
  const [failure, setFailure] = useState<AppError | null>(null);
  const loaded = useTopic(here.topic);
  const topic = valueOr(loaded, null);
  const notes = valueOr(useNotesOfTopic(topic), NO_NOTES);
  const context = useMemo(() => toContext(show), [show]);
  const related = useRelated(here.section === 'background' ? topic : null, context.languages);
  const others = valueOr(useTopicsOf(here.section === 'page' ? context.pageTopics : NO_TOPICS), NO_OTHERS);

  const { article } = show;
  const close = useCallback(() => send({ type: 'close', visit }), [send, visit]);
  const hold = useCallback((holding: boolean) => send({ type: 'holding', visit, holding }), [send, visit]);
  const reading = useMemo(() => ({ article, notes, onHolding: hold }), [article, notes, hold]);
  const call = (work: Promise<unknown>) => void work.catch((thrown) => setFailure(toAppError(thrown)));
  const ownName = topic === null ? here.topic : chooseNames(topic, context.languages).name.text;
  const openNotes = () => call(callBackground('openPage', { page: 'popup', tabId: null }));

  const tools = (
    <>
      <IconButton icon="panel" label={i18n.t('card.panel')} onPress={openNotes} />
      <IconButton
        icon="options"
        label={i18n.t('card.options')}
        onPress={() => call(callBackground('openPage', { page: 'options' }))}
      />
    </>
  );

  const content = (): ReactNode => {
    if (loaded.state === 'loading') return null;
    if (loaded.state === 'failed') {
      return <ErrorNotice error={loaded.error} onRetry={loaded.retry} />;
    }
    if (loaded.value === null) {
      return (
        <MissingTopic
          topic={here.topic}
          onRetry={() => call(callBackground('reinstall', null))}
          onClose={close}
        />
      );
    }
    return (
      <TopicCard
        topic={loaded.value}
        context={context}
        section={here.section}
        onSection={trail.openSection}
        cameFrom={before && { name: before.name, onBack: () => trail.back(ownName) }}
        wentTo={after && { name: after.name, onForward: () => trail.forward(ownName) }}
        onClose={close}
        related={related}
        others={others}
        onOpenTopic={(id) => trail.openTopic(id, ownName)}
        noteCount={notes.length}
        notes={
          <Suspense>
            <NotesOfTopic
              key={loaded.value.id}
              topic={loaded.value}
              languages={context.languages}
              article={show.article}
              notes={notes}
              onHolding={hold}
              onOpenNotes={openNotes}
            />
          </Suspense>
        }
        reading={reading}
        tools={tools}
      />
    );
  };

  return (
    <Sized
      isReady={loaded.state !== 'loading'}
      takesFocus={show.focus}
      onHeight={(height, first) => send({ type: first ? 'shown' : 'height', visit, height })}
    >
      {content()}
      {failure && <ErrorNotice error={failure} />}
    </Sized>
  );
}

function toContext({ article, pageTopics }: Show): ViewContext {
  const { published } = article;
  return {
    articleDate: published !== null && isCoarseDate(published) ? published : null,
    pageTopics: pageTopics.map((entry) => entry.topic),
    today: todayOf(new Date()),
    languages: shownLanguages(),
  };
}

function useRelated(topic: Topic | null, languages: readonly string[]) {
  const ids = [...new Set(topic?.relations.map((relation) => relation.topic))];
  const topics = valueOr(useTopicsOf(ids), []);
  return new Map(
    topics.flatMap((found) => {
      const related = { id: found.id, name: chooseNames(found, languages).name };
      return [found.id, ...(found.formerIds ?? [])].map((id) => [id, related] as const);
    }),
  );
}
