/**
 * The one way to write notes: each call is one transaction; a killed page or worker loses all or nothing. It resolves when
 * that has committed and the journal has it, too.
 */
import type { NoteWriting } from '@/lib/db/write-notes';
import { announceEdit } from '@/lib/messages/announce-edit';
import type { Note, NoteDraft, ShownNote } from '@/lib/model/note';
import type { VaultName } from '@/lib/model/vault-name';
import { dropDraftIn, type KeptDraft } from './draft';
import { createIn, editIn, hideIn, showIn } from './edit-in';
import { writeKept } from './write-kept';

/**
 * Saves a new note in the reader's own vault: none is ever shared by default. Resolves with it once it is stored. `kept`: what it was
 * typed as, which is no draft any more from the same moment on. Throws `note-too-long`, and what the database
 * throws: nothing is written then.
 */
export async function createNote(draft: NoteDraft, kept?: KeptDraft | null): Promise<Note> {
  return write(async (writing) => {
    const note = await createIn(writing, draft);
    // Last: where a closing page ends this half-way, its text is there twice rather than not at all (see `writeNotes`).
    if (kept) await dropDraftIn(writing, kept);
    return note;
  }, 'own');
}

/**
 * Saves what the draft says of a note, and nothing else of it. `shown` is the note as the reader had it in
 * the editor: a text that came in since then, and that the reader has not seen, stays as another version, and so do
 * topics and tags.
 * Without it, the edit replaces every version there is.
 */
export async function editNote(
  id: string,
  draft: Partial<NoteDraft>,
  shown?: ShownNote,
  vault?: VaultName,
): Promise<Note> {
  return write((writing) => editIn(writing, id, draft, shown), vault);
}

/** Hides a note everywhere: what a reader calls deleting. An edit made elsewhere in the meantime brings it back. */
export async function hideNote(id: string, vault?: VaultName): Promise<Note> {
  return write((writing) => hideIn(writing, id), vault);
}

/** Shows a hidden note again: the undo of `hideNote`. */
export async function showNote(id: string, vault?: VaultName): Promise<Note> {
  return write((writing) => showIn(writing, id), vault);
}

async function write(
  work: (writing: NoteWriting) => Promise<Note>,
  vault: VaultName | undefined,
): Promise<Note> {
  // At once: the page may be closed while the journal is being written.
  const announce = ({ target }: Note) => announceEdit(target ? [target.canonical] : []);
  const note = await writeKept(work, vault, announce);
  return vault === 'shared' ? { ...note, vault } : note;
}
