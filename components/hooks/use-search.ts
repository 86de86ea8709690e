import { useMemo } from 'react';
import type { Note } from '@/lib/model/note';
import type { Topic } from '@/lib/model/pack';
import { searchTopics } from '@/lib/packs/search-topics';
import { valueOr } from './use-live';
import { useNoteSearch } from './use-notes';

/** What a query finds among topics and notes, best first; `settled` once the notes have been searched too. */
export type Found = { topics: Topic[]; notes: Note[]; settled: boolean };

const NONE: Note[] = [];

/** Searches topics by every name and alias, and notes by every word; at most `limit` of each. */
export function useSearch(topics: Topic[], query: string, limit: number): Found {
  const wanted = query.trim();
  const found = useMemo(() => (wanted === '' ? [] : searchTopics(topics, wanted)), [topics, wanted]);
  const notes = useNoteSearch(wanted);
  return {
    topics: found.slice(0, limit),
    notes: wanted === '' ? NONE : valueOr(notes, NONE).slice(0, limit),
    settled: notes.state !== 'loading',
  };
}
