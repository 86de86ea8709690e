/** What a reader does with a note of several versions, and the way back. Each call is one transaction. */
import { loadState } from '@/lib/db/notes';
import { announceEdit } from '@/lib/messages/announce-edit';
import type { Note } from '@/lib/model/note';
import { joinTexts } from '@/lib/sync/merge-text';
import { createIn, editIn, hideIn, restoreIn } from './edit-in';
import { writeKept } from './write-kept';

/** What was settled: the texts there were, newest first, the note as it is now, and the notes made of other versions. */
export type Settled = { texts: string[]; note: Note; made: Note[] };

/** Keeps one text of those shown. What came in since they were shown stays as another version. */
export async function keepVersion(shown: Note, text: string): Promise<Settled> {
  const note = await writeKept((writing) => editIn(writing, shown.id, { body: text }, shown), shown.vault);
  announceEdit();
  return { texts: textsOf(shown), note: placed(note, shown), made: [] };
}

/** One text to merge by hand: what all versions share once, and where they differ, one after the other. */
export async function joinVersions(shown: Note): Promise<string> {
  const bases = (await loadState(shown.id, shown.vault))?.heads.map((head) => head.base) ?? [];
  const isCommon = bases.every((base) => base === bases[0]);
  return joinTexts(textsOf(shown), isCommon ? (bases[0] ?? null) : null);
}

/** Keeps the text shown first in the note; each other text becomes a note of its own, about the same. */
export async function splitNote(shown: Note): Promise<Settled> {
  const { id, body, versions, target, topics, tags, fact, author } = shown;
  const settled = await writeKept(async (writing) => {
    const note = await editIn(writing, id, { body }, shown);
    const made: Note[] = [];
    for (const text of versions) {
      const other = await createIn(
        writing,
        { target, topics, tags, fact, body: text },
        undefined,
        author ? { author } : {},
      );
      made.push(other);
    }
    return { texts: textsOf(shown), note: placed(note, shown), made };
  }, shown.vault);
  announceEdit();
  return settled;
}

/**
 * Undoes a settling: the texts stand side by side again, as versions written now, and the notes made of them are
 * hidden, unless edited since. A text that came in since stays.
 */
export async function unsettle({ texts, note, made }: Settled): Promise<Note> {
  const restored = await writeKept(async (writing) => {
    for (const other of made) await hideIn(writing, other.id, undefined, other);
    return restoreIn(writing, note.id, texts, note);
  }, note.vault);
  announceEdit();
  return placed(restored, note);
}

/** A note of a vault, as the reading of that vault gives it. */
function placed(note: Note, { vault }: Note): Note {
  return vault ? { ...note, vault } : note;
}

function textsOf(note: Note): string[] {
  return [note.body, ...note.versions];
}
