import { type RefObject, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { LossNotice } from '@/components/backups/LossNotice';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useArticleDate } from '@/components/hooks/use-article-date';
import { useAskedPlace } from '@/components/hooks/use-asked-place';
import { useGoneNotes } from '@/components/hooks/use-gone-notes';
import { useKeptFocus } from '@/components/hooks/use-kept-focus';
import { valueOr } from '@/components/hooks/use-live';
import { useNotePlaces } from '@/components/hooks/use-note-places';
import { usePageState } from '@/components/hooks/use-page-state';
import { usePanelTab } from '@/components/hooks/use-panel-tab';
import { useSettings } from '@/components/hooks/use-settings';
import { useSharedVault } from '@/components/hooks/use-shared-vault';
import { useSite } from '@/components/hooks/use-site';
import { useTheme } from '@/components/hooks/use-theme';
import { useTopics } from '@/components/hooks/use-topics';
import { Inner } from '@/components/Inner';
import { FoundNote } from '@/components/notes/FoundNote';
import { toViewContext } from '@/components/topic/to-view-context';
import { topicName } from '@/components/topic-names';
import type { ViewContext } from '@/lib/card/first-view';
import type { Topic } from '@/lib/model/pack';
import { byEachId } from '@/lib/model/topic-ids';
import { readPlace } from '@/lib/panel/place';
import { writePlace } from '@/lib/panel/write-place';
import { type CoarseDate, isCoarseDate } from '@/lib/time/coarse-date';
import styles from './App.module.css';
import { AsOf } from './AsOf';
import { Dossier } from './Dossier';
import { PageView } from './PageView';
import { type Panel, PanelContext } from './panel-context';
import { placeOf, reducePanel, startPanel, type View, viewOf } from './panel-state';
import { TopicView } from './TopicView';

const NO_TOPICS: Topic[] = [];

/** The side panel, about the tab in front of its window, or about the tab that its address names. */
export function App() {
  const tab = usePanelTab(location.search);
  const [state, act] = useReducer(reducePanel, location.hash, (hash) => startPanel(readPlace(hash)));
  const { answer, refresh } = usePageState(tab?.tabId);
  const settings = useSettings();
  const loaded = useTopics();
  const gone = useGoneNotes();
  const shared = useSharedVault();
  const [said, setSaid] = useState('');
  useTheme(settings?.theme ?? null);
  useAskedPlace(tab?.inTab === false, (place) => act({ act: 'go', place }));

  const topics = valueOr(loaded, NO_TOPICS);
  const byId = useMemo(() => byEachId(topics), [topics]);
  const reached = answer.state === 'reached' ? answer.page : null;
  const { article: dated } = useArticleDate(reached?.article ?? null);
  const page = useMemo(() => reached && { ...reached, article: dated ?? reached.article }, [reached, dated]);
  const article = page?.article.canonical ?? null;
  const published = toDate(page?.article.published ?? null);
  const chosen = state.chosen?.article === article ? (state.chosen?.date ?? null) : null;
  const pageTopics = page?.topics;
  const context = useMemo<ViewContext>(
    () => ({ ...toViewContext(chosen ?? published, pageTopics), isChosen: chosen !== null }),
    [chosen, published, pageTopics],
  );
  const { site, error } = useSite(page, settings, refresh);
  const view = viewOf(state);
  const shown = writePlace(placeOf(state));
  // Loaded again, the panel is where it was.
  useEffect(() => {
    history.replaceState(null, '', `${location.pathname}${location.search}${shown}`);
  }, [shown]);
  const home = useFocusBack(state.trail.length === 0);
  const kept = useKeptFocus<HTMLElement>();
  useScrollToTop(kept.ref, `${state.trail.length} ${shown}`);

  const tabId = tab?.tabId ?? null;
  const places = useNotePlaces(
    tabId,
    reached?.notes ?? null,
    () => void (tab?.inTab && tabId !== null && browser.tabs.update(tabId, { active: true })),
    refresh,
  );

  const panel: Panel = {
    ...places,
    tabId,
    answer,
    page,
    site,
    topics,
    byId,
    topicsKnown: loaded.state === 'ready',
    gone,
    shared,
    context,
    act,
    openTopic: (id) => act({ act: 'open', view: { view: 'topic', id, section: null } }),
    say: setSaid,
    refresh,
  };
  const onBack = () => act({ act: 'back' });
  const subjects = view.view === 'topic' || view.view === 'dossier' ? [view.id] : context.pageTopics;

  return (
    <PanelContext value={panel}>
      <div className={styles.panel}>
        <main {...kept} className={styles.main}>
          <h1 className="visually-hidden">{i18n.t('extension.name')}</h1>
          <LossNotice />
          {loaded.state === 'failed' && <ErrorNotice error={loaded.error} onRetry={loaded.retry} />}
          {error && <ErrorNotice error={error} />}
          {/* Kept while a card is open: what was searched for and where the reader was stay as they are. */}
          <div ref={home} hidden={view.view !== 'page'} className={styles.home}>
            <PageView query={state.query} isShown={view.view === 'page'} />
          </div>
          {view.view === 'topic' && (
            <TopicView
              key={state.trail.length}
              id={view.id}
              section={view.section}
              cameFrom={{ name: nameOf(state.trail.at(-2), byId), onBack }}
            />
          )}
          {view.view === 'dossier' && <Dossier key={state.trail.length} id={view.id} onBack={onBack} />}
          {view.view === 'note' && (
            <Inner key={state.trail.length} onBack={onBack}>
              <FoundNote id={view.id} canonical={article ?? undefined} around={panel} />
            </Inner>
          )}
        </main>
        <section aria-label={i18n.t('panel.date.label')}>
          <AsOf
            topics={subjects.flatMap((id) => byId.get(id) ?? [])}
            published={published}
            chosen={chosen}
            today={context.today}
            onDate={(date) => act({ act: 'date', article, date })}
          />
        </section>
        <p role="status" className="visually-hidden">
          {said}
        </p>
      </div>
    </PanelContext>
  );
}

function toDate(published: string | null): CoarseDate | null {
  return published !== null && isCoarseDate(published) ? published : null;
}

function nameOf(view: View | undefined, byId: ReadonlyMap<string, Topic>): string {
  if (view === undefined || view.view === 'page') return i18n.t('panel.overview');
  if (view.view === 'note') return i18n.t('popup.theNote');
  const topic = byId.get(view.id);
  const name = topic ? topicName(topic) : view.id;
  return view.view === 'topic' ? name : i18n.t('panel.dossier.heading', [name]);
}

/** What is shown in place of another begins at its top. */
function useScrollToTop(main: RefObject<HTMLElement | null>, shown: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that something else is shown
  useLayoutEffect(() => {
    main.current?.scrollTo?.(0, 0);
  }, [shown]);
}

/** Back at the page, the focus is on the control that led away from it. */
function useFocusBack(isHome: boolean) {
  const home = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const part = home.current;
    if (!isHome || !part) return;
    opener.current?.focus();
    const life = new AbortController();
    part.addEventListener(
      'focusin',
      ({ target }) => {
        opener.current = target as HTMLElement;
      },
      { signal: life.signal },
    );
    return () => life.abort();
  }, [isHome]);
  return home;
}
