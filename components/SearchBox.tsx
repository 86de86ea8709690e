import { Search, X } from 'lucide-react';
import { type KeyboardEvent, memo, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Found } from '@/components/hooks/use-search';
import { NoteResultList } from '@/components/NoteResultList';
import { noteName } from '@/components/notes/note-name';
import { SearchFilter } from '@/components/SearchFilter';
import { Said } from '@/components/topic/Said';
import { shownLanguages } from '@/components/topic-names';
import { chooseNames } from '@/lib/card/first-view';
import { kindWord } from '@/lib/card/words';
import type { Note } from '@/lib/model/note';
import { isFiltering } from '@/lib/model/note-query';
import type { Topic } from '@/lib/model/pack';
import { readText } from '@/lib/model/read-text';
import { formatMoment } from '@/lib/time/format-date';
import styles from './SearchBox.module.css';

type Props = {
  query: string;
  /** The query was taken from the page: it is selected, so that typing replaces it. */
  prefilled: boolean;
  found: Found;
  onQuery: (query: string) => void;
  onOpenTopic: (id: string) => void;
  onOpenNote: (id: string) => void;
};

/** One field over topics and notes, its results below it: arrow keys choose, Enter opens, Escape clears. */
export function SearchBox(props: Props) {
  const { query, prefilled, found, onQuery, onOpenTopic, onOpenNote } = props;
  const { topics, notes, settled, unindexed, narrowing } = found;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState(0);
  const count = topics.length + notes.count;
  const active = Math.min(chosen, count - 1);
  const isFiltered = isFiltering(narrowing.filter);
  const isAsking = query.trim() !== '' || isFiltered;
  const isOpen = isAsking && count > 0;
  const optionId = (place: number) => `${id}-${place}`;

  const open = (place: number) => {
    const topic = topics[place];
    const note = notes.idAt(place - topics.length);
    if (topic) onOpenTopic(topic.id);
    else if (note !== undefined) onOpenNote(note);
  };

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (prefilled) field.current?.select();
  }, [prefilled]);
  // With the last of the filter, what was pressed or typed in there may go away.
  useEffect(() => {
    if (!isFiltered && document.activeElement === document.body) field.current?.focus();
  }, [isFiltered]);
  useEffect(() => {
    if (isOpen) document.getElementById(`${id}-${active}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [id, active, isOpen]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' && isOpen) setChosen((active + 1) % count);
    else if (event.key === 'ArrowUp' && isOpen) setChosen((active + count - 1) % count);
    else if (event.key === 'Enter' && isOpen) open(active);
    else if (event.key === 'Escape' && query !== '') change('');
    else return;
    event.preventDefault();
  };
  const change = (text: string) => {
    setChosen(0);
    onQuery(text);
  };
  const option = (place: number) => ({
    id: optionId(place),
    isActive: place === active,
    place,
    count,
    onOpen: () => open(place),
    onPoint: () => setChosen(place),
  });

  return (
    <search className={styles.search}>
      <div className={styles.field}>
        <Search aria-hidden size={16} className={styles.glass} />
        <input
          ref={field}
          type="text"
          role="combobox"
          className={styles.input}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          aria-label={i18n.t('popup.search.label')}
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-list` : undefined}
          aria-activedescendant={isOpen ? optionId(active) : undefined}
          placeholder={i18n.t('popup.search.placeholder')}
          value={query}
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {query !== '' && (
          <button
            type="button"
            className={styles.clear}
            aria-label={i18n.t('popup.search.clear')}
            onClick={() => {
              change('');
              field.current?.focus();
            }}
          >
            <X aria-hidden size={16} />
          </button>
        )}
      </div>
      {isAsking && <SearchFilter {...narrowing} />}
      <div role="status" className={isAsking ? styles.state : 'visually-hidden'}>
        {isAsking && settled && <p>{resultText(count)}</p>}
        {isAsking && unindexed > 0 && <p>{i18n.t('popup.search.unindexed', unindexed)}</p>}
      </div>
      {isOpen && (
        <div
          role="listbox"
          id={`${id}-list`}
          aria-label={i18n.t('popup.search.results')}
          className={styles.results}
        >
          {topics.length > 0 && (
            <ResultGroup label={i18n.t('popup.search.topics')}>
              {topics.map((topic, place) => (
                <Result key={topic.id} {...option(place)}>
                  <TopicLine topic={topic} />
                </Result>
              ))}
            </ResultGroup>
          )}
          {notes.count > 0 && (
            <ResultGroup label={i18n.t('popup.search.notes')}>
              <NoteResultList notes={notes} active={active - topics.length}>
                {(note, place) => (
                  <Result key={place} {...option(topics.length + place)}>
                    {note && <NoteLine note={note} />}
                  </Result>
                )}
              </NoteResultList>
            </ResultGroup>
          )}
        </div>
      )}
    </search>
  );
}

function resultText(count: number): string {
  return count === 0 ? i18n.t('popup.search.nothing') : i18n.t('popup.search.found', count);
}

function ResultGroup({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox has no element of its own
    <div role="group" aria-labelledby={id}>
      <div id={id} role="presentation" className={styles.group}>
        {label}
      </div>
      {children}
    </div>
  );
}

type ResultProps = {
  id: string;
  isActive: boolean;
  place: number;
  count: number;
  onOpen: () => void;
  onPoint: () => void;
  children: ReactNode;
};

function Result({ id, isActive, place, count, onOpen, onPoint, children }: ResultProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field that owns the list has the keys
    <div
      role="option"
      id={id}
      tabIndex={-1}
      aria-selected={isActive}
      aria-posinset={place + 1}
      aria-setsize={count}
      className={styles.result}
      // The focus stays in the field.
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onPoint}
      onClick={onOpen}
    >
      {children}
    </div>
  );
}

/** Kept while it stands in sight: in a list that scrolls each row is asked for in every frame. */
const NoteLine = memo(function NoteLine({ note }: { note: Note }) {
  return (
    <>
      <span className={styles.name} dir="auto">
        {noteName(note)}
      </span>
      <span className={styles.beside}>{formatMoment(note.createdAt, i18n.t)}</span>
    </>
  );
});

function TopicLine({ topic }: { topic: Topic }) {
  const { name, otherName } = chooseNames(topic, shownLanguages());
  return (
    <>
      <span className={styles.name}>
        <Said text={name} />
        {otherName && <Said text={otherName} className={styles.other} />}
      </span>
      {topic.whose === undefined ? (
        <span className={styles.beside}>{kindWord(topic.kind, i18n.t)}</span>
      ) : (
        <Said text={readText(topic.whose, shownLanguages())} className={styles.beside} />
      )}
    </>
  );
}
