import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { valueOr } from '@/components/hooks/use-live';
import { useNotesOfTopic } from '@/components/hooks/use-notes-of-topic';
import { useTopic, useTopicsOf } from '@/components/hooks/use-topic';
import { IconButton } from '@/components/topic/IconButton';
import type { SectionName } from '@/components/topic/section-name';
import { TopicCard } from '@/components/topic/TopicCard';
import { toRelated } from '@/components/topic/to-related';
import { chooseNames, type ViewContext } from '@/lib/card/first-view';
import { callBackground } from '@/lib/messages/call-background';
import type { FromCard } from '@/lib/messages/card-port';
import { type AppError, toAppError } from '@/lib/model/app-error';
import type { Topic } from '@/lib/model/pack';
import { writePlace } from '@/lib/panel/place';
import { isCoarseDate } from '@/lib/time/coarse-date';
import { todayOf } from '@/lib/time/format-date';
import { MissingTopic } from './MissingTopic';
import { Sized } from './Sized';
import type { Show } from './use-session';

const NotesOfTopic = lazy(async () => ({
  default: (await import('@/components/topic/NotesOfTopic')).NotesOfTopic,
}));

/** One place on the way through the card: a topic, and the section open in it. */
type Place = { topic: string; name: string; section: SectionName | null };

type Props = { show: Show; send: (message: FromCard) => void };

/** One showing of the card: begins at the topic of the mention and goes from there to related topics and back. */
export function Visit({ show, send }: Props) {
  const { visit } = show;
  const [trail, setTrail] = useState<Place[]>([{ topic: show.topic, name: '', section: null }]);
  const [failure, setFailure] = useState<AppError | null>(null);
  const here = trail.at(-1) as Place;
  const loaded = useTopic(here.topic);
  const topic = valueOr(loaded, null);
  const notes = valueOr(useNotesOfTopic(topic), []);
  const context = useMemo(() => toContext(show), [show]);
  const related = useRelated(here.section === 'background' ? topic : null, context.languages);

  const close = useCallback(() => send({ type: 'close', visit }), [send, visit]);
  const hold = useCallback((holding: boolean) => send({ type: 'holding', visit, holding }), [send, visit]);
  const call = (work: Promise<unknown>) => void work.catch((thrown) => setFailure(toAppError(thrown)));
  const openSection = (section: SectionName | null) =>
    setTrail((now) => [...now.slice(0, -1), { ...here, section }]);
  const openTopic = (id: string) =>
    topic !== null &&
    setTrail((now) => [
      ...now.slice(0, -1),
      { ...here, name: chooseNames(topic, context.languages).name.text },
      { topic: id, name: '', section: null },
    ]);
  const openNotes = () => call(callBackground('openPage', { page: 'popup', tabId: null }));
  // Through the background: a frame in a page of the web has no panel of its own to open in Firefox.
  const openPanel = () => {
    const place = writePlace({ view: 'topic', id: here.topic, section: here.section });
    call(callBackground('openPanel', { place }));
  };
  const before = trail.at(-2);

  const tools = (
    <>
      <IconButton icon="panel" label={i18n.t('card.panel')} onPress={openPanel} />
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
        onSection={openSection}
        cameFrom={before && { name: before.name, onBack: () => setTrail((now) => now.slice(0, -1)) }}
        onClose={close}
        related={related}
        onOpenTopic={openTopic}
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
    // Topics are shown in the language of our own sentences, so that one card is in one language.
    languages: [i18n.t('shared.locale')],
  };
}

function useRelated(topic: Topic | null, languages: readonly string[]) {
  const ids = [...new Set(topic?.relations.map((relation) => relation.topic))];
  return toRelated(valueOr(useTopicsOf(ids), []), languages);
}
