import { useCallback, useEffect, useState } from 'react';
import { followQuery } from '@/lib/db/follow-query';
import type { Note } from '@/lib/model/note';
import type { VaultName } from '@/lib/model/vault-name';
import { type Moved, moveNote, unmoveNote } from '@/lib/notes/move-note';
import { findNote } from '@/lib/notes/read-notes';
import { hideNote, showNote } from '@/lib/notes/write-note';

/** How a note went: deleted, or into that vault. */
export type Going = { how: 'deleted' } | { how: 'moved'; to: VaultName };

/**
 * Notes deleted or moved to another vault since this page was opened, so that each keeps its place and its undo until
 * the page is closed; and those that the reader is writing in.
 */
export type GoneNotes = {
  /** How a note went; null where it is there. */
  how: (id: string) => Going | null;
  /** A note as it was when it went. */
  find: (id: string) => Note | null;
  /** Hides a note. Rejects where it could not be hidden: it then stays. */
  remove: (note: Note) => Promise<void>;
  /** Moves a note. Rejects where it could not be moved: it then stays. */
  move: (note: Note, to: VaultName) => Promise<void>;
  restore: (note: Note) => Promise<void>;
  /** Keeps a note in its place, whatever comes in from elsewhere, until the answer is called: the reader is writing in it. */
  hold: (note: Note) => () => void;
  /** The listed notes with the gone ones that belong among them, in the order of `before`. */
  among: (
    listed: readonly Note[],
    belongs: (note: Note) => boolean,
    before: (a: Note, b: Note) => number,
  ) => Note[];
};

/** `work`: what takes the note away, which an undo has to wait for. `isBack`: it stands where it stood, as long as it is there. */
type Seen = { note: Note; going: Going | null; work: Promise<Moved | null> | null; isBack: boolean };

/** Takes notes away with a way back. */
export function useGoneNotes(): GoneNotes {
  const [seen, setSeen] = useState<ReadonlyMap<string, Seen>>(new Map());

  const mark = useCallback((note: Note, going: Going | null, work: Seen['work'] = null, isBack = false) => {
    setSeen((now) => new Map(now).set(note.id, { note, going, work, isBack }));
  }, []);

  // One that is back and is then deleted elsewhere goes like any other.
  useEffect(() => {
    const back = [...seen.values()].flatMap(({ note, isBack }) => (isBack ? [note.id] : []));
    const forget = (gone: string) =>
      setSeen((now) => new Map([...now].filter(([id, { isBack }]) => id !== gone || !isBack)));
    const ends = back.map((id) =>
      followQuery(
        // Declared async: only then does Dexie follow what is read of the shared vault, too.
        async () => (await findNote(id).catch(() => undefined)) !== null,
        (isThere) => isThere || forget(id),
      ),
    );
    return () => {
      for (const end of ends) end();
    };
  }, [seen]);

  const take = useCallback(
    async (note: Note, going: Going, work: Promise<Moved | null>) => {
      // Before the database says so: the list must not lose the note's place for a moment, nor its focus.
      mark(note, going, work);
      await work.catch((thrown: unknown) => {
        mark(note, null, null, true);
        throw thrown;
      });
    },
    [mark],
  );

  const hold = useCallback(
    (note: Note) => {
      mark(note, null);
      return () =>
        setSeen((now) => new Map([...now].filter(([id, { going }]) => id !== note.id || going !== null)));
    },
    [mark],
  );

  return {
    hold,
    how: (id) => seen.get(id)?.going ?? null,
    find: (id) => seen.get(id)?.note ?? null,
    remove: (note) =>
      take(
        note,
        { how: 'deleted' },
        hideNote(note.id, note.vault).then(() => null),
      ),
    move: (note, to) => take(note, { how: 'moved', to }, moveNote(note, to)),
    restore: async (note) => {
      const moved = await seen.get(note.id)?.work;
      await (moved ? unmoveNote(moved) : showNote(note.id, note.vault));
      mark(note, null, null, true);
    },
    among: (listed, belongs, before) => {
      const gone = [...seen.values()]
        .map(({ note }) => note)
        .filter((note) => belongs(note) && listed.every(({ id }) => id !== note.id));
      return [...listed, ...gone].sort(before);
    },
  };
}
