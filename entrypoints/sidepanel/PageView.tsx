import { i18n } from '#i18n';
import { useSearch } from '@/components/hooks/use-search';
import { NothingInstalled, Unreachable } from '@/components/PageLack';
import { PageNotice } from '@/components/PageNotice';
import { SearchBox } from '@/components/SearchBox';
import { MentionsHere } from './MentionsHere';
import { NewsList } from './NewsList';
import { usePanel } from './panel-context';

/** Most results of each kind. */
const MOST_RESULTS = 6;

/** Search, and the topics of the page in reading order. While the reader searches, the page makes room. `isShown`: nothing lies over it. */
export function PageView({ query, isShown }: { query: string; isShown: boolean }) {
  const { topics, openTopic, act } = usePanel();
  const found = useSearch(topics, query, MOST_RESULTS);
  return (
    <>
      <SearchBox
        query={query}
        prefilled={false}
        topics={found.topics}
        notes={found.notes}
        settled={found.settled}
        onQuery={(text) => act({ act: 'search', query: text })}
        onOpenTopic={openTopic}
        onOpenNote={(id) => act({ act: 'open', view: { view: 'note', id } })}
      />
      {query.trim() === '' && (
        <>
          <PageSection isShown={isShown} />
          <NewsList />
        </>
      )}
    </>
  );
}

/** The topics of the page, or the sentence that says why there are none to show. */
function PageSection({ isShown }: { isShown: boolean }) {
  const { tabId, answer, page, site, topics, topicsKnown, say, refresh } = usePanel();
  if (answer.state === 'unreachable') return <Unreachable tabId={tabId} onReload={refresh} />;
  if (page?.running === 'no-index' || (topicsKnown && topics.length === 0)) {
    const onInstall = (count: number) => {
      say(i18n.t('popup.noIndex.done', count));
      refresh();
    };
    return <NothingInstalled onInstall={onInstall} />;
  }
  if (page === null || tabId === null) return null;
  if (site?.on === false) {
    return (
      <PageNotice
        text={i18n.t('popup.site.offHere', [site.host])}
        act={{ label: i18n.t('popup.site.switchOn'), onAct: () => site.onSwitch(true) }}
      />
    );
  }
  return <MentionsHere tabId={tabId} page={page} isShown={isShown} />;
}
