import { useCallback, useState } from 'react';
import type { Note } from '@/lib/model/note';
import { hideNote, showNote } from '@/lib/notes/write-note';

/** Notes deleted since this page was opened, so that each keeps its place and its undo until the page is closed. */
export type DeletedNotes = {
  has: (id: string) => boolean;
  /** A note as it was when it was deleted. */
  find: (id: string) => Note | null;
  /** Hides a note. Rejects where it could not be hidden: it then stays. */
  remove: (note: Note) => Promise<void>;
  restore: (note: Note) => Promise<void>;
  /** The listed notes with the deleted ones that belong among them, in the order of `before`. */
  among: (
    listed: readonly Note[],
    belongs: (note: Note) => boolean,
    before: (a: Note, b: Note) => number,
  ) => Note[];
};

/** Deletes notes with a way back. */
export function useDeletedNotes(): DeletedNotes {
  const [seen, setSeen] = useState<ReadonlyMap<string, { note: Note; deleted: boolean }>>(new Map());

  const mark = useCallback((note: Note, deleted: boolean) => {
    setSeen((now) => new Map(now).set(note.id, { note, deleted }));
  }, []);
  const remove = useCallback(
    async (note: Note) => {
      // Before the database says so: the list must not lose the note's place for a moment, nor its focus.
      mark(note, true);
      await hideNote(note.id).catch((thrown) => {
        mark(note, false);
        throw thrown;
      });
    },
    [mark],
  );
  const restore = useCallback(
    async (note: Note) => {
      await showNote(note.id);
      mark(note, false);
    },
    [mark],
  );

  return {
    find: (id) => seen.get(id)?.note ?? null,
    has: (id) => seen.get(id)?.deleted ?? false,
    remove,
    restore,
    among: (listed, belongs, before) => {
      const gone = [...seen.values()]
        .map(({ note }) => note)
        .filter((note) => belongs(note) && listed.every(({ id }) => id !== note.id));
      return [...listed, ...gone].sort(before);
    },
  };
}
