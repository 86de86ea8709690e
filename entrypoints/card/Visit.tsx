import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { useArticleDate } from '@/components/hooks/use-article-date';
import { useTopicCard } from '@/components/hooks/use-topic-card';
import { LazyErrorNotice } from '@/components/LazyErrorNotice';
import { IconButton } from '@/components/topic/IconButton';
import { TopicCard } from '@/components/topic/TopicCard';
import { toViewContext } from '@/components/topic/to-view-context';
import { chooseNames } from '@/lib/card/first-view';
import { callBackground } from '@/lib/messages/call-background';
import type { FromCard } from '@/lib/messages/card-port';
import { type AppError, toAppError } from '@/lib/model/app-error';
import type { Topic } from '@/lib/model/pack';
import { readText } from '@/lib/model/read-text';
import { writePlace } from '@/lib/panel/write-place';
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
  const { article, ...dating } = useArticleDate(show.article, ahead?.own);
  const beside = article ?? show.article;
  const { published } = beside;
  const context = useMemo(() => toViewContext(published, show.pageTopics), [show, published]);
  const { loaded, card, notes } = useTopicCard({
    id: here.topic,
    section: here.section,
    context,
    article: beside,
    onHolding: setReporting,
    ahead: ahead?.subject,
  });

  const close = useCallback(() => send({ type: 'close', visit }), [send, visit]);
  const isHolding = isPinned || isWriting || isEditing || isReporting;
  useEffect(() => {
    send({ type: 'holding', visit, holding: isHolding });
  }, [send, visit, isHolding]);
  const call = (work: Promise<unknown>) => void work.catch((thrown) => setFailure(toAppError(thrown)));
  const ownName = card ? chooseNames(card.topic, context.languages).name.text : here.topic;
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
    if (card === null) {
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
        {...card}
        onSection={trail.openSection}
        cameFrom={before && { name: before.name, onBack: () => trail.back(ownName) }}
        wentTo={after && { name: after.name, onForward: () => trail.forward(ownName) }}
        onClose={close}
        onOpenTopic={(id) => trail.openTopic(id, ownName)}
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
              key={card.topic.id}
              topic={card.topic}
              languages={context.languages}
              article={article}
              notes={notes}
              onHolding={setWriting}
              onOpenNotes={openNotes}
            />
          </Suspense>
        }
        tools={toolsOf(card.topic)}
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
