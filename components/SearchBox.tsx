import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { noteName } from '@/components/notes/note-name';
import { Said } from '@/components/topic/Said';
import { shownLanguages } from '@/components/topic-names';
import { chooseNames } from '@/lib/card/first-view';
import { kindWord } from '@/lib/card/words';
import type { Note } from '@/lib/model/note';
import type { Topic } from '@/lib/model/pack';
import { readText } from '@/lib/model/read-text';
import { formatMoment } from '@/lib/time/format-date';
import styles from './SearchBox.module.css';

type Props = {
  query: string;
  /** The query was taken from the page: it is selected, so that typing replaces it. */
  prefilled: boolean;
  topics: readonly Topic[];
  notes: readonly Note[];
  /** False while the answer to this query is not there yet. */
  settled: boolean;
  onQuery: (query: string) => void;
  onOpenTopic: (id: string) => void;
  onOpenNote: (id: string) => void;
};

/** One field over topics and notes, its results below it: arrow keys choose, Enter opens, Escape clears. */
export function SearchBox(props: Props) {
  const { query, prefilled, topics, notes, settled, onQuery, onOpenTopic, onOpenNote } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState(0);
  const openers = [
    ...topics.map((topic) => () => onOpenTopic(topic.id)),
    ...notes.map((note) => () => onOpenNote(note.id)),
  ];
  const active = Math.min(chosen, openers.length - 1);
  const isOpen = query.trim() !== '' && openers.length > 0;
  const optionId = (place: number) => `${id}-${place}`;

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (prefilled) field.current?.select();
  }, [prefilled]);
  useEffect(() => {
    if (isOpen) document.getElementById(`${id}-${active}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [id, active, isOpen]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' && isOpen) setChosen((active + 1) % openers.length);
    else if (event.key === 'ArrowUp' && isOpen) setChosen((active + openers.length - 1) % openers.length);
    else if (event.key === 'Enter' && isOpen) openers[active]?.();
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
    onOpen: () => openers[place]?.(),
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
      {isOpen && (
        <div
          role="listbox"
          id={`${id}-list`}
          aria-label={i18n.t('popup.search.results')}
          className={styles.results}
        >
          <ResultGroup label={i18n.t('popup.search.topics')}>
            {topics.map((topic, place) => (
              <Result key={topic.id} {...option(place)}>
                <TopicLine topic={topic} />
              </Result>
            ))}
          </ResultGroup>
          <ResultGroup label={i18n.t('popup.search.notes')}>
            {notes.map((note, place) => (
              <Result key={note.id} {...option(topics.length + place)}>
                <span className={styles.name} dir="auto">
                  {noteName(note)}
                </span>
                <span className={styles.beside}>{formatMoment(note.createdAt, i18n.t)}</span>
              </Result>
            ))}
          </ResultGroup>
        </div>
      )}
      <p
        role="status"
        className={openers.length > 0 || query.trim() === '' ? 'visually-hidden' : styles.nothing}
      >
        {query.trim() !== '' && settled && resultText(openers.length)}
      </p>
    </search>
  );
}

function resultText(count: number): string {
  return count === 0 ? i18n.t('popup.search.nothing') : i18n.t('popup.search.found', count);
}

function ResultGroup({ label, children }: { label: string; children: ReactNode[] }) {
  const id = useId();
  if (children.length === 0) return null;
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
  onOpen: () => void;
  onPoint: () => void;
  children: ReactNode;
};

function Result({ id, isActive, onOpen, onPoint, children }: ResultProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field that owns the list has the keys
    <div
      role="option"
      id={id}
      tabIndex={-1}
      aria-selected={isActive}
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
