import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { LossNotice } from '@/components/backups/LossNotice';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useArticleDate } from '@/components/hooks/use-article-date';
import { useGoneNotes } from '@/components/hooks/use-gone-notes';
import { useKeptFocus } from '@/components/hooks/use-kept-focus';
import { valueOr } from '@/components/hooks/use-live';
import { useNotePlaces } from '@/components/hooks/use-note-places';
import { usePageState } from '@/components/hooks/use-page-state';
import { useSettings } from '@/components/hooks/use-settings';
import { useSharedVault } from '@/components/hooks/use-shared-vault';
import { useSite } from '@/components/hooks/use-site';
import { useTargetTab } from '@/components/hooks/use-target-tab';
import { useTheme } from '@/components/hooks/use-theme';
import { useTopics } from '@/components/hooks/use-topics';
import { Inner } from '@/components/Inner';
import { FoundNote } from '@/components/notes/FoundNote';
import { topicName } from '@/components/topic-names';
import type { Topic } from '@/lib/model/pack';
import { byEachId } from '@/lib/model/topic-ids';
import styles from './App.module.css';
import { Footer } from './Footer';
import { Home } from './Home';
import { type Popup, PopupContext, type View } from './popup-context';
import { SiteSwitch } from './SiteSwitch';
import { TopicView } from './TopicView';

const NO_TOPICS: Topic[] = [];

/** The popup, of the active tab or of the tab that its address names. */
export function App() {
  const tab = useTargetTab(location.search);
  const { answer, refresh } = usePageState(tab?.tabId);
  const settings = useSettings();
  const loaded = useTopics();
  const gone = useGoneNotes();
  const shared = useSharedVault();
  const { trail, open, back } = useTrail();
  const [said, setSaid] = useState('');
  const kept = useKeptFocus<HTMLElement>();
  useTheme(settings?.theme ?? null);

  const topics = valueOr(loaded, NO_TOPICS);
  const reached = answer.state === 'reached' ? answer.page : null;
  const { article, isCorrected, error: dateError, change } = useArticleDate(reached?.article ?? null);
  // A page is shown as soon as it answers; only its date can change after that.
  const page = useMemo(
    () => reached && { ...reached, article: article ?? reached.article },
    [reached, article],
  );
  const dating = article && { dated: article.dated, isCorrected, error: dateError, onDate: change };
  const byId = useMemo(() => byEachId(topics), [topics]);

  const { site, error } = useSite(page, settings, (host, on) => {
    setSaid(i18n.t(on ? 'popup.site.switchedOn' : 'popup.site.switchedOff', [host]));
    refresh();
  });

  const places = useNotePlaces(
    tab?.tabId ?? null,
    reached?.notes ?? null,
    () => (tab?.inTab ? void browser.tabs.update(tab.tabId as number, { active: true }) : window.close()),
    refresh,
  );

  const popup: Popup = {
    ...places,
    tab,
    answer,
    page,
    dating,
    site,
    topics,
    byId,
    topicsKnown: loaded.state === 'ready',
    gone,
    shared,
    open,
    openTopic: (id) => open({ view: 'topic', id }),
    say: setSaid,
    refresh,
  };
  const view = trail.at(-1);

  return (
    <PopupContext value={popup}>
      <div className={tab?.inTab ? styles.inTab : styles.popup}>
        <header className={styles.header}>
          <h1 className={site ? 'visually-hidden' : styles.brand}>{i18n.t('extension.name')}</h1>
          {site && <SiteSwitch site={site.host} on={site.on} onSwitch={site.onSwitch} />}
        </header>
        <main {...kept} className={styles.main}>
          <LossNotice />
          {loaded.state === 'failed' && <ErrorNotice error={loaded.error} onRetry={loaded.retry} />}
          {error && <ErrorNotice error={error} />}
          {/* Kept while a card is open: what was typed and where the reader was stay as they are. */}
          <div hidden={view !== undefined} className={styles.home}>
            <Home />
          </div>
          {view?.view === 'topic' && (
            <TopicView
              key={trail.length}
              id={view.id}
              cameFrom={{ name: placeName(trail.at(-2), byId), onBack: back }}
            />
          )}
          {view?.view === 'note' && (
            <Inner key={trail.length} onBack={back}>
              <FoundNote id={view.id} canonical={page?.article.canonical} around={popup} />
            </Inner>
          )}
        </main>
        <Footer />
        <p role="status" className="visually-hidden">
          {said}
        </p>
      </div>
    </PopupContext>
  );
}

/** The way from the overview to what is shown. Back at the overview, the focus is where it was. */
function useTrail() {
  const [trail, setTrail] = useState<readonly View[]>([]);
  const opener = useRef<Element | null>(null);
  const isHome = trail.length === 0;
  const open = (view: View) => {
    if (isHome) opener.current = document.activeElement;
    setTrail((now) => [...now, view]);
  };
  const back = () => setTrail((now) => now.slice(0, -1));
  useLayoutEffect(() => {
    if (isHome && opener.current instanceof HTMLElement) opener.current.focus();
  }, [isHome]);
  return { trail, open, back };
}

function placeName(view: View | undefined, byId: ReadonlyMap<string, Topic>): string {
  if (view === undefined) return i18n.t('popup.overview');
  const topic = view.view === 'topic' ? byId.get(view.id) : undefined;
  return topic ? topicName(topic) : i18n.t('popup.theNote');
}
