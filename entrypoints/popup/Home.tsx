import { useState } from 'react';
import { i18n } from '#i18n';
import { useSearch } from '@/components/hooks/use-search';
import { Composer } from '@/components/notes/Composer';
import { topicChoices } from '@/components/notes/topic-choices';
import part from '@/components/PagePart.module.css';
import { SearchBox } from '@/components/SearchBox';
import { isFiltering } from '@/lib/model/note-query';
import styles from './App.module.css';
import { NotesHere } from './NotesHere';
import { PageSection } from './PageSection';
import { usePopup } from './popup-context';

/** Most topics among the results. */
const MOST_TOPICS = 6;
/** A selection can be a whole article: what of it goes into the search field. */
const LONGEST_PREFILL = 200;

/** Search, the topics of the page, a composer, and notes. While the reader searches, the rest makes room. */
export function Home() {
  const { answer, page, topics, open, openTopic } = usePopup();
  const [typed, setTyped] = useState<string | null>(null);
  const prefill = (page?.selection?.text ?? '').trim().replace(/\s+/g, ' ').slice(0, LONGEST_PREFILL);
  const query = typed ?? prefill;
  const found = useSearch(topics, query, MOST_TOPICS);
  const isSearching = (typed !== null && typed.trim() !== '') || isFiltering(found.narrowing.filter);

  return (
    <>
      <SearchBox
        query={query}
        prefilled={typed === null && prefill !== ''}
        found={found}
        onQuery={setTyped}
        onOpenTopic={openTopic}
        onOpenNote={(id) => open({ view: 'note', id })}
      />
      <div hidden={isSearching} className={styles.home}>
        <PageSection />
        <section aria-labelledby="new-note" className={part.section}>
          <h2 id="new-note" className={part.heading}>
            {i18n.t('notes.composer.heading')}
          </h2>
          {answer.state !== 'loading' && (
            <Composer place="popup" page={page} topics={topicChoices(topics, page?.topics)} />
          )}
        </section>
        <NotesHere />
      </div>
    </>
  );
}
