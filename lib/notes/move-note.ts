/**
 * Notes from one vault into the other, at the reader's wish. The two are different databases, so no transaction spans
 * them: the note is stored in the new place before it is hidden in the old one. Whatever happens in between, it is
 * in one of them, at worst in both.
 */
import { listNotes, loadNote, loadState } from '@/lib/db/notes';
import { loadReplica } from '@/lib/db/replica';
import { announceEdit } from '@/lib/messages/announce-edit';
import { AppError } from '@/lib/model/app-error';
import type { Note } from '@/lib/model/note';
import { NOTE_LIMITS } from '@/lib/model/note-limits';
import type { VaultName } from '@/lib/model/vault-name';
import { createIn, hideIn, type Origin, restoreIn, showIn } from './edit-in';
import { writeKept } from './write-kept';

/** A note that was copied or moved: as it was, and the note that it became. */
export type Moved = { from: Note; to: Note };

/**
 * Copies a note with all its texts, as it is now, into a vault: a note of its own there. Throws what the database
 * throws; nothing is written then.
 */
export async function copyNote(note: Note, vault: VaultName): Promise<Moved> {
  const copied = await copy(await loadPresent(note), vault);
  announceEdit();
  return copied;
}

/**
 * Moves a note, as `copyNote`; an edit that comes in meanwhile keeps the note in the old place too. Throws where another
 * page has moved it.
 */
export async function moveNote(note: Note, vault: VaultName): Promise<Moved> {
  const moved = await move(note, vault);
  if (!moved) throw absent(note);
  announceEdit();
  return moved;
}

/** Moves every note of the shared vault into the reader's own. Stopped on its way, it goes on where it stood. */
export async function moveAllToOwn(): Promise<void> {
  for (const note of await listNotes('shared')) await move(note, 'own');
  announceEdit();
}

/** Takes a move or a copy back: the note stands where it stood, and what it became is hidden, unless edited since. */
export async function unmoveNote({ from, to }: Moved): Promise<void> {
  const isHidden = (await loadNote(from.id, from.vault))?.hidden;
  if (isHidden) await writeKept((writing) => showIn(writing, from.id), from.vault);
  await writeKept((writing) => hideIn(writing, to.id, undefined, to), to.vault);
  announceEdit();
}

/** Null where the note does not stand there any more: of two pages that move it at once one is first. */
function move({ id, vault: place }: Note, vault: VaultName): Promise<Moved | null> {
  return navigator.locks.request('sidelight-move', async () => {
    const note = await loadNote(id, place);
    if (!note || note.hidden) return null;
    const moved = await copy(note, vault);
    await writeKept((writing) => hideIn(writing, id, undefined, note), place);
    return moved;
  });
}

async function copy(note: Note, vault: VaultName): Promise<Moved> {
  const { target, topics, tags, fact, event, createdAt } = note;
  const [body = '', ...versions] = await loadTexts(note);
  const origin: Origin = vault === 'shared' ? { createdAt, author: await loadReplica(vault) } : { createdAt };
  const to = await writeKept(async (writing) => {
    const made = await createIn(writing, { target, topics, tags, fact, event, body }, undefined, origin);
    return versions.length === 0 ? made : restoreIn(writing, made.id, [body, ...versions], made);
  }, vault);
  return { from: note, to: vault === 'shared' ? { ...to, vault } : to };
}

/** Its texts, newest first; where they merge to more than a note may hold, as they were written. */
async function loadTexts({ id, vault, body, versions }: Note): Promise<string[]> {
  if (body.length <= NOTE_LIMITS.body) return [body, ...versions];
  const heads = (await loadState(id, vault))?.heads ?? [];
  return [...new Set(heads.map(({ text }) => text).reverse())];
}

async function loadPresent({ id, vault }: Note): Promise<Note> {
  const note = await loadNote(id, vault);
  if (!note) throw absent({ id });
  return note;
}

function absent({ id }: Pick<Note, 'id'>): AppError {
  return new AppError('unexpected', { detail: `no note ${id}` });
}
