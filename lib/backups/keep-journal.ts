/**
 * The journal: what was written since the last backup, once more, apart from the database. Chromium may throw a whole database away
 * (see backup-files.ts). A change is in it before its writer says that it is stored; a backup that holds it takes it out.
 *
 * It never makes a write fail, nor keeps one waiting for long: the transaction has stored it already. Where it fails, or its writer is ended
 * before, the mark of that transaction stays (see lib/db/journal-marks.ts): a backup is made soon, and until then the options say so.
 */

import { dropMarks } from '@/lib/db/journal-marks';
import { findReplica, loadReplica } from '@/lib/db/replica';
import { AppError } from '@/lib/model/app-error';
import type { Change } from '@/lib/model/note';
import type { VaultName } from '@/lib/model/vault-name';
import { randomId } from '@/lib/notes/random-id';
import { dropEntries, type JournalEntry, saveEntries } from './journal-files';

/** Longest that a write waits for the journal, which goes on without it. */
const PATIENCE_MS = 3_000;

/** What a note stands on after a writing: its stamp, and that of the writing before, which it takes the place of. */
export type KeptNote = { id: string; stamp: number; former: number; changes: Change[] };

/** Keeps these notes of a vault as soon as they are stored. Of several writings of a note the last stamp counts, whichever is kept first. Never throws. */
export async function keepNotes(
  stored: Promise<KeptNote[]>,
  mark: string,
  vault: VaultName | undefined,
): Promise<void> {
  // Asked for at once: while the notes are being written, nobody else can read.
  const known = findReplica(vault).catch(() => null);
  const toEntry = async ({ id, stamp }: KeptNote, at = stamp): Promise<JournalEntry> => {
    return { replica: (await known) ?? (await loadReplica(vault)), id: id.replace(/^note:/, ''), stamp: at };
  };
  const entries = stored.then((notes) =>
    Promise.all(notes.map(async (note) => ({ ...(await toEntry(note)), text: toText(note.changes) }))),
  );
  await keep(stored, saveEntries(entries, vault), mark, vault);
  // Waits for nothing: one too many is only read in vain.
  const formers = (await stored).filter(({ former }) => former > 0).map((note) => toEntry(note, note.former));
  if (formers.length > 0)
    void Promise.all(formers)
      .then((entries) => dropEntries(entries, vault))
      .catch(passKnown);
}

/** Keeps changes that came in together, into the reader's own vault. Never throws. */
export async function keepChanges(changes: readonly Change[], mark: string): Promise<void> {
  const toEntry = async () => ({
    replica: await loadReplica(),
    id: randomId(),
    stamp: 0,
    text: toText(changes),
  });
  await keep(Promise.resolve(), saveEntries(toEntry().then((entry) => [entry])), mark);
}

async function keep(
  stored: Promise<unknown>,
  saved: Promise<void>,
  mark: string,
  vault?: VaultName,
): Promise<void> {
  const kept = saved.then(() => {
    // Waits for nothing: one too many only makes a backup come sooner.
    void dropMarks([mark], vault).catch(passKnown);
  }, passKnown);
  await stored;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([kept, late]).finally(() => clearTimeout(timer));
}

/** What a browser is known to refuse: the mark stays. */
function passKnown(thrown: unknown): void {
  if (!(thrown instanceof AppError)) throw thrown;
}

function toText(changes: readonly Change[]): string {
  return changes.map((change) => `${JSON.stringify(change)}\n`).join('');
}
