import { useMemo } from 'react';
import { i18n } from '#i18n';
import { Fold } from '@/components/Fold';
import { useSearch } from '@/components/hooks/use-search';
import { Composer } from '@/components/notes/Composer';
import { topicChoices } from '@/components/notes/topic-choices';
import { NothingInstalled, Unreachable } from '@/components/PageLack';
import { PageNotice } from '@/components/PageNotice';
import part from '@/components/PagePart.module.css';
import { SearchBox } from '@/components/SearchBox';
import { isFiltering } from '@/lib/model/note-query';
import { MentionsHere } from './MentionsHere';
import { NewsList } from './NewsList';
import { NotesHere } from './NotesHere';
import { usePanel } from './panel-context';

/** Most topics among the results. */
const MOST_TOPICS = 6;

/** Search, and the topics of the page in reading order. While the reader searches, the page makes room. `isShown`: nothing lies over it. */
export function PageView({ query, isShown }: { query: string; isShown: boolean }) {
  const { topics, openTopic, act } = usePanel();
  const found = useSearch(topics, query, MOST_TOPICS);
  return (
    <>
      <SearchBox
        query={query}
        prefilled={false}
        found={found}
        onQuery={(text) => act({ act: 'search', query: text })}
        onOpenTopic={openTopic}
        onOpenNote={(id) => act({ act: 'open', view: { view: 'note', id } })}
      />
      {query.trim() === '' && !isFiltering(found.narrowing.filter) && (
        <>
          <NewsList />
          <NewNote />
          <PageSection isShown={isShown} />
          <NotesHere />
        </>
      )}
    </>
  );
}

/** A place to write on the page, or on what is selected there. Out of the way until it is asked for. */
function NewNote() {
  const { answer, page, topics } = usePanel();
  const choices = useMemo(() => topicChoices(topics, page?.topics), [topics, page]);
  if (answer.state === 'loading') return null;
  return (
    <Fold heading={<h2 className={part.heading}>{i18n.t('notes.composer.heading')}</h2>}>
      <Composer place="panel" page={page} topics={choices} />
    </Fold>
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
  // What came of a press on one page is not said of another.
  const visit = `${tabId} ${page.article.url}`;
  return <MentionsHere key={visit} visit={visit} tabId={tabId} page={page} isShown={isShown} />;
}
