import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { useArrivals } from '@/components/hooks/use-arrivals';
import { useArticleDate } from '@/components/hooks/use-article-date';
import { valueOr } from '@/components/hooks/use-live';
import { useNotesOfTopic } from '@/components/hooks/use-notes-of-topic';
import { useOwnEvents } from '@/components/hooks/use-own-events';
import { useTopic, useTopicsOf } from '@/components/hooks/use-topic';
import { useTopics } from '@/components/hooks/use-topics';
import { LazyErrorNotice } from '@/components/LazyErrorNotice';
import { IconButton } from '@/components/topic/IconButton';
import { TopicCard } from '@/components/topic/TopicCard';
import { toRelated } from '@/components/topic/to-related';
import { shownLanguages } from '@/components/topic-names';
import { chooseNames, type ViewContext } from '@/lib/card/first-view';
import { callBackground } from '@/lib/messages/call-background';
import type { FromCard } from '@/lib/messages/card-port';
import { type AppError, toAppError } from '@/lib/model/app-error';
import type { Note } from '@/lib/model/note';
import type { Topic } from '@/lib/model/pack';
import { readText } from '@/lib/model/read-text';
import { writePlace } from '@/lib/panel/place';
import { isCoarseDate } from '@/lib/time/coarse-date';
import { todayOf } from '@/lib/time/format-date';
import type { Done } from './apply-quiet';
import { QuietTool } from './QuietTool';
import { Sized } from './Sized';
import type { ShowOf } from './session';
import { useTrail } from './use-trail';
import styles from './Visit.module.css';

const NotesOfTopic = lazy(async () => ({
  default: (await import('@/components/topic/NotesOfTopic')).NotesOfTopic,
}));
// For what seldom happens.
const MissingTopic = lazy(async () => ({ default: (await import('./MissingTopic')).MissingTopic }));
const UndoLine = lazy(async () => ({ default: (await import('@/components/notes/UndoLine')).UndoLine }));

const NO_TOPICS: string[] = [];
const NO_OTHERS: Topic[] = [];
const NO_NOTES: Note[] = [];

type Props = { show: ShowOf<'show'>; send: (message: FromCard) => void };

/** One showing of the card: begins at the topic of the mention and goes from there to related topics and back. */
export function Visit({ show, send }: Props) {
  const { visit, ahead } = show;
  const { here, before, after, ...trail } = useTrail(show.topic);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [isPinned, setPinned] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const [isEditing, setEditing] = useState(false);
  const [isReporting, setReporting] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const loaded = useTopic(here.topic, ahead ? { id: show.topic, topic: ahead.topic } : undefined);
  const topic = valueOr(loaded, null);
  const notes = valueOr(useNotesOfTopic(topic), NO_NOTES);
  const own = useOwnEvents(topic, notes);
  const { article, ...dating } = useArticleDate(show.article, ahead?.own);
  const published = (article ?? show.article).published;
  const context = useMemo(() => toContext(show, published), [show, published]);
  const related = useRelated(here.section === 'background' ? topic : null, context.languages);
  const others = valueOr(useTopicsOf(here.section === 'page' ? context.pageTopics : NO_TOPICS), NO_OTHERS);

  const close = useCallback(() => send({ type: 'close', visit }), [send, visit]);
  const isHolding = isPinned || isWriting || isEditing || isReporting;
  useEffect(() => {
    send({ type: 'holding', visit, holding: isHolding });
  }, [send, visit, isHolding]);
  const beside = article ?? show.article;
  const news = useArrivals(topic?.id ?? null);
  const reading = useMemo(
    () => ({ article: beside, notes, onHolding: setReporting, ...news }),
    [beside, notes, news],
  );
  const call = (work: Promise<unknown>) => void work.catch((thrown) => setFailure(toAppError(thrown)));
  const peers = valueOr(useTopics(here.section === 'figures'), NO_OTHERS);
  const ownName = topic === null ? here.topic : chooseNames(topic, context.languages).name.text;
  const openNotes = () => call(callBackground('openPage', { page: 'popup', tabId: null }));
  // Through the background: a frame in a page of the web has no panel of its own to open in Firefox.
  const openPanel = () => {
    const place = writePlace({ view: 'topic', id: here.topic, section: here.section });
    call(callBackground('openPanel', { place }));
  };

  const undo = async ({ undo }: Done) => {
    await undo();
    setDone(null);
    // The pressed control is gone.
    document.querySelector<HTMLElement>('h1')?.focus();
  };

  const toolsOf = (shown: Topic) => (
    <>
      <QuietTool
        subject={{
          topic: shown.id,
          name: chooseNames(shown, context.languages).name.text,
          word: before ? '' : show.word.replace(/\s+/g, ' '),
          site: show.site,
        }}
        kind={shown.kind}
        whose={shown.whose === undefined ? null : readText(shown.whose, context.languages).text}
        onDone={setDone}
        onFailure={(thrown) => setFailure(toAppError(thrown))}
      />
      <IconButton icon="panel" label={i18n.t('card.panel')} onPress={openPanel} />
      <IconButton
        icon="options"
        label={i18n.t('card.options')}
        onPress={() => call(callBackground('openPage', { page: 'options' }))}
      />
    </>
  );

  const content = (): ReactNode => {
    if (loaded.state === 'loading' || article === null) return null;
    if (loaded.state === 'failed') {
      return <LazyErrorNotice error={loaded.error} onRetry={loaded.retry} />;
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
        topic={own.shown ?? loaded.value}
        context={context}
        section={here.section}
        onSection={trail.openSection}
        cameFrom={before && { name: before.name, onBack: () => trail.back(ownName) }}
        wentTo={after && { name: after.name, onForward: () => trail.forward(ownName) }}
        onClose={close}
        related={related}
        others={others}
        peers={peers}
        onOpenTopic={(id) => trail.openTopic(id, ownName)}
        noteCount={own.others.length}
        dating={{
          dated: article.dated,
          isCorrected: dating.isCorrected,
          error: dating.error,
          onDate: dating.change,
          onEditing: setEditing,
        }}
        notes={
          <Suspense>
            <NotesOfTopic
              key={loaded.value.id}
              topic={loaded.value}
              languages={context.languages}
              article={article}
              notes={own.others}
              onHolding={setWriting}
              onOpenNotes={openNotes}
            />
          </Suspense>
        }
        reading={reading}
        tools={toolsOf(loaded.value)}
        pin={
          <IconButton
            icon="pin"
            label={i18n.t('card.pin')}
            aria-pressed={isPinned}
            onPress={() => setPinned(!isPinned)}
          />
        }
      />
    );
  };

  return (
    <Sized
      isReady={loaded.state !== 'loading' && article !== null}
      takesFocus={show.focus}
      onHeight={(height, first) => send({ type: first ? 'shown' : 'height', visit, height })}
    >
      {content()}
      {done && (
        <Suspense>
          <div className={styles.done}>
            <UndoLine
              key={done.said}
              said={done.said}
              label={i18n.t('card.quiet.undo', [done.said])}
              onUndo={() => call(undo(done))}
            />
          </div>
        </Suspense>
      )}
      {failure && <LazyErrorNotice error={failure} />}
    </Sized>
  );
}

function toContext(
  { pageTopics }: Pick<ShowOf<'show'>, 'pageTopics'>,
  published: string | null,
): ViewContext {
  return {
    articleDate: published !== null && isCoarseDate(published) ? published : null,
    pageTopics: pageTopics.map((entry) => entry.topic),
    today: todayOf(new Date()),
    languages: shownLanguages(),
  };
}

function useRelated(topic: Topic | null, languages: readonly string[]) {
  const ids = [...new Set(topic?.relations.map((relation) => relation.topic))];
  return toRelated(valueOr(useTopicsOf(ids), []), languages);
}
