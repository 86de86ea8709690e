import { useRef } from 'react';
import type { Note } from '@/lib/model/note';
import { countNotes, findNote, latestNotes, metNotes, notesOfPage, usedTags } from '@/lib/notes/read-notes';
import { type Loaded, useLive } from './use-live';

/** Notes of the page that `canonical` stands for, newest first; none where there is no page. */
export function useNotesOfPage(canonical: string | null): Loaded<Note[]> {
  return useLive(async () => (canonical === null ? [] : notesOfPage(canonical)), [canonical]);
}

/** The newest notes of all, at most `limit`. */
export function useLatestNotes(limit: number): Loaded<Note[]> {
  return useLive(() => latestNotes(limit), [limit]);
}

/** The notes of several versions, wherever they stand; one that had several stays among them, for the way back. */
export function useMetNotes(): Loaded<Note[]> {
  const seen = useRef(new Set<string>());
  return useLive(async () => {
    const met = new Map((await metNotes()).map((note) => [note.id, note]));
    for (const id of met.keys()) seen.current.add(id);
    const all = await Promise.all([...seen.current].map(async (id) => met.get(id) ?? findNote(id)));
    return all.filter((note) => note !== null);
  }, []);
}

/** Tags of the reader's latest notes, most used first; none where they are not `wanted` yet. */
export function useTags(wanted: boolean): Loaded<string[]> {
  return useLive(async () => (wanted ? usedTags() : []), [wanted]);
}

/** How many notes of their own the reader has. */
export function useNoteCount(): Loaded<number> {
  return useLive(countNotes, []);
}

/** One note; null where there is none, or where it is deleted. `ahead`: what is known of it before it is read. */
export function useNote(id: string, ahead?: Note): Loaded<Note | null> {
  return useLive<Note | null>(() => findNote(id), [id], ahead);
}
