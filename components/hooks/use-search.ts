import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { askForIndex } from '@/lib/messages/ask-for-index';
import type { Note } from '@/lib/model/note';
import { NO_FILTER, type NoteFilter, type NoteOrder } from '@/lib/model/note-query';
import type { Topic } from '@/lib/model/pack';
import type { Ranking } from '@/lib/notes/ranking';
import { loadFound, NOTHING, searchNotes, toTopicWords } from '@/lib/notes/search-notes';
import { searchTopics } from '@/lib/packs/search-topics';
import { type FilterChoices, useFilterChoices } from './use-filter-choices';
import { useLive, valueOr } from './use-live';

/** The notes that a search found, of which only those in sight are read. */
export type NoteResults = {
  count: number;
  /** The id of the note at a place of the list. */
  idAt: (place: number) => string | undefined;
  /** The note at a place; `null` while it is not read. */
  at: (place: number) => Note | null;
  /** Tells from which place on the reader sees the list. */
  show: (first: number) => void;
};

/** What narrows a search of notes down, the choices there are, and the way to change it. */
export type Narrowing = {
  filter: NoteFilter;
  order: NoteOrder;
  choices: FilterChoices;
  onFilter: (filter: NoteFilter) => void;
  onOrder: (order: NoteOrder) => void;
  /** Whether the choices are in sight. */
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
};

/** What a query finds among topics and notes, best first. */
export type Found = {
  topics: Topic[];
  notes: NoteResults;
  /** False until the notes have been searched too. */
  settled: boolean;
  /** Notes that a search does not find yet. */
  unindexed: number;
  narrowing: Narrowing;
};

type Read = { from: number; notes: (Note | null)[] };

const NOT_YET = { ...NOTHING, first: [] as (Note | null)[] };
const NONE: Read = { from: 0, notes: [] };
/** Notes that are read together. */
const PAGE = 50;

/**
 * Once the number of notes that wait has not changed for this long, the worker that had them may be gone: it is asked
 * again.
 */
const STOOD_STILL_MS = 30_000;

/** Searches topics by every name and alias, at most `limit`, and notes by every word and the filter. */
export function useSearch(topics: Topic[], query: string, limit: number): Found {
  const [filter, setFilter] = useState(NO_FILTER);
  const [order, setOrder] = useState<NoteOrder>('relevance');
  const [isOpen, setOpen] = useState(false);
  const choices = useFilterChoices(topics, filter, isOpen);
  const wanted = query.trim();
  const found = useMemo(() => (wanted === '' ? [] : searchTopics(topics, wanted)), [topics, wanted]);
  const words = useMemo(() => toTopicWords(topics), [topics]);
  const last = useRef<AbortController>(null);
  const loaded = useLive(async () => {
    // Whoever types on does not wait for what they had typed before.
    last.current?.abort();
    const asking = new AbortController();
    last.current = asking;
    const { found, unindexed } = await searchNotes({ text: wanted, filter, order }, words, asking.signal);
    return { found, unindexed, first: await loadFound(found.slice(0, PAGE)) };
  }, [wanted, filter, order, words]);
  const searched = valueOr(loaded, NOT_YET);
  const isWaiting = searched.unindexed > 0;
  useEffect(() => {
    if (isWaiting) askForIndex();
  }, [isWaiting]);
  useEffect(() => {
    if (searched.unindexed === 0) return;
    const again = setInterval(askForIndex, STOOD_STILL_MS);
    return () => clearInterval(again);
  }, [searched.unindexed]);
  return {
    topics: found.slice(0, limit),
    notes: useResults(searched.found, searched.first),
    settled: loaded.state !== 'loading',
    unindexed: searched.unindexed,
    narrowing: { filter, order, choices, onFilter: setFilter, onOrder: setOrder, isOpen, onOpen: setOpen },
  };
}

function useResults(found: Ranking, first: readonly (Note | null)[]): NoteResults {
  const [from, setFrom] = useState(0);
  const page = useLive(
    async () => ({ from, notes: from === 0 ? [] : await loadFound(found.slice(from, from + 3 * PAGE)) }),
    [found, from],
  );
  const read = valueOr(page, NONE);
  // Three pages, of which the one in sight is the middle one.
  const show = useCallback((place: number) => {
    setFrom(Math.max(0, (Math.floor(place / PAGE) - 1) * PAGE));
  }, []);
  return {
    count: found.count,
    idAt: (place) => found.slice(place, place + 1)[0]?.id,
    at: (place) => (place < PAGE ? first[place] : read.notes[place - read.from]) ?? null,
    show,
  };
}
