/** What the test runs in a page of the extension's: the product's own code, as its pages run it. */
import { loadNote } from '@/lib/db/notes';
import type { RoundRow } from '@/lib/db/rounds';
import { callBackground } from '@/lib/messages/call-background';
import type { Note } from '@/lib/model/note';
import { createNote, editNote, hideNote } from '@/lib/notes/write-note';
import { createDexieStore } from '@/lib/vault/dexie-store';

/** Makes a note of that text. Resolves once it is stored. */
export async function create(body: string): Promise<string> {
  return (await createNote({ target: null, topics: [], tags: [], body })).id;
}

/** Writes another text over all that is shown of a note; returns what was shown, `null` where the note is not here. */
export async function edit(id: string, body: string): Promise<string[] | null> {
  const shown = await loadNote(id);
  if (!shown || shown.hidden) return null;
  await editNote(id, { body }, shown);
  return textsOf(shown);
}

/** Hides a note, if it is here. */
export async function hide(id: string): Promise<void> {
  if (await loadNote(id)) await hideNote(id);
}

/** The notes of these ids as they are here, hidden ones too. */
export async function read(ids: string[]): Promise<(Note | null)[]> {
  return Promise.all(ids.map((id) => loadNote(id)));
}

/** How many changes wait to be sent. */
export function countPending(): Promise<number> {
  return createDexieStore().countPending();
}

/** A round by the background; what came of it in a word, `gone` where its worker was stopped meanwhile. */
export async function sync(): Promise<RoundRow['state'] | 'gone'> {
  try {
    const { round } = await callBackground('syncNow', { vault: 'own', isApproved: true });
    return round.state;
  } catch {
    // Its worker has ended with the round half done: what this test is about.
    return 'gone';
  }
}

function textsOf(note: Note): string[] {
  return [note.body, ...note.versions];
}
