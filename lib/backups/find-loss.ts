import { loadMeta, saveMeta } from '@/lib/db/meta';
import { hasNotes } from '@/lib/db/notes';
import { findReplica } from '@/lib/db/replica';
import { hasSharedVault, listLeft } from '@/lib/db/shared-vault';
import { AppError } from '@/lib/model/app-error';
import type { Backup } from '@/lib/model/backup';
import type { VaultName } from '@/lib/model/vault-name';
import { listBackups } from './backup-files';
import { type JournalEntry, listJournal } from './journal-files';

/**
 * Notes that are kept and the database may not have. `emptied`: the database is empty, or another one than then.
 * `closed`: it does not open at all.
 */
export type Loss = {
  how: 'emptied' | 'closed';
  /** `shared`: they are of the vault shared with others. */
  vault?: 'shared';
  /** `null` where there was none yet; then something is in the journal. */
  backup: Backup | null;
  /** The newest of each installation that was lost before that and not dealt with; absent where none was. */
  older?: Backup[];
  /** What was written after the backups. */
  journal: JournalEntry[];
  /**
   * How many notes those are, without any that were deleted or moved to the other vault; `null` where they could not be
   * counted.
   */
  written: number | null;
};

/**
 * By installation, when its newest backup was made whose loss the reader has dealt with; milliseconds since 1970. One date
 * for all would hide a loss behind a later one.
 */
const SETTLED_KEY = 'backups:settled';
/** The installations whose journal the reader has dealt with. */
const SETTLED_JOURNAL_KEY = 'journal:settled';

/**
 * The backups of a vault whose notes are lost, and the journal beside them; `null` where none are. `count`:
 * `countWritten`, or something that runs it in another thread. Works inside a live query, which follows the database.
 */
export async function findLoss(
  count: (journal: JournalEntry[]) => Promise<number>,
  vault: VaultName = 'own',
): Promise<Loss | null> {
  // Read first: a live query follows what is read before anything else is waited for.
  const present = await loadPresent(vault).catch(toClosed);
  const [backups, entries] = await Promise.all([listBackups(vault), listJournal(vault)]);
  const filled = backups.filter(({ notes }) => notes > 0);
  const isClosed = present === 'closed';
  const [backup = null, ...older] = isClosed ? filled.slice(0, 1) : listLost(filled, present);
  const journal = isClosed ? entries : entries.filter((entry) => isLost(entry, present));
  if (!backup && journal.length === 0) return null;
  const written = journal.length === 0 ? 0 : await count(journal).catch(() => null);
  return {
    how: isClosed ? 'closed' : 'emptied',
    ...(vault === 'shared' && { vault }),
    backup,
    ...(older.length > 0 && { older }),
    journal,
    written,
  };
}

/** Throws anything else: what a newer version wrote is not lost, an update opens it. */
function toClosed(thrown: unknown): 'closed' {
  if (thrown instanceof AppError && thrown.code === 'database-missing') return 'closed';
  throw thrown;
}

/** The reader has these notes back, or does without them: nothing is said of them any more. */
export async function settleLoss(lost: Lost): Promise<void> {
  const [settledAt, settled] = await Promise.all([loadSettledAt(), loadSettled()]);
  const journals = lost.journal.map(({ replica }) => replica);
  const dates = backupsOf(lost).map(({ replica, madeAt }) => [replica, madeAt]);
  await saveMeta(SETTLED_JOURNAL_KEY, [...new Set([...settled, ...journals])]);
  await saveMeta(SETTLED_KEY, { ...settledAt, ...Object.fromEntries(dates) });
}

/** What a loss says of where the notes are. */
export type Lost = Pick<Loss, 'vault' | 'backup' | 'older' | 'journal'>;

/** Every backup that a loss speaks of, the first one first. */
export function backupsOf({ backup, older = [] }: Pick<Lost, 'backup' | 'older'>): Backup[] {
  return backup ? [backup, ...older] : older;
}

/** What a database is known by. */
export type Present = {
  replica: string | null;
  isEmpty: boolean;
  settledAt: Readonly<Record<string, number>>;
  /** Installations whose journal is no loss: the reader has dealt with it, or has left that vault. */
  settled: readonly string[];
};

/** The database of a vault as it is. That of the shared one is left alone where this installation knows of none. */
export async function loadPresent(vault: VaultName = 'own'): Promise<Present> {
  const isKnown = vault === 'own' || (await hasSharedVault());
  const [replica, isFilled, settledAt, settled, left] = await Promise.all([
    isKnown ? findReplica(vault) : null,
    isKnown && hasNotes(vault),
    loadSettledAt(),
    loadSettled(),
    vault === 'shared' && isKnown ? listLeft() : [],
  ]);
  return { replica, isEmpty: !isFilled, settledAt, settled: [...settled, ...left] };
}

// Both stand with the reader's own notes: they stay when a shared vault is left.

async function loadSettledAt(): Promise<Record<string, number>> {
  return ((await loadMeta(SETTLED_KEY)) as Record<string, number> | null) ?? {};
}

async function loadSettled(): Promise<string[]> {
  return ((await loadMeta(SETTLED_JOURNAL_KEY)) as string[] | null) ?? [];
}

/** Whether the database lacks what is in an entry: it is empty, or another one, and the reader has not dealt with that. */
export function isLost({ replica }: Pick<JournalEntry, 'replica'>, present: Present): boolean {
  return !present.settled.includes(replica) && (present.isEmpty || present.replica !== replica);
}

/**
 * Of backups, newest first, the newest of each installation whose notes the database has lost, in that order, but those with
 * nothing left to see last. Notes never become fewer, since deleting one hides it: a later backup of the same installation
 * with fewer tells of a loss, too.
 */
export function listLost(backups: readonly Backup[], { replica, isEmpty, settledAt }: Present): Backup[] {
  const lost = backups.filter(
    (backup, at) =>
      backup.madeAt > (settledAt[backup.replica] ?? 0) &&
      backup.notes > 0 &&
      (backup.replica !== replica ||
        isEmpty ||
        backups.slice(0, at).some((later) => later.replica === replica && later.notes < backup.notes)),
  );
  const newest = lost.filter((one) => lost.find((other) => other.replica === one.replica) === one);
  return [...newest.filter(({ shown }) => shown > 0), ...newest.filter(({ shown }) => shown === 0)];
}
