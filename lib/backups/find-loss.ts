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
  /** What was written after the backup. */
  journal: JournalEntry[];
  /**
   * How many notes those are, without any that were deleted or moved to the other vault; `null` where they could not be
   * counted.
   */
  written: number | null;
};

/** For each vault, when the newest backup was made whose loss the reader has dealt with; milliseconds since 1970. */
const SETTLED_KEYS = { own: 'backups:settled', shared: 'backups:settled:shared' };
/** The installations whose journal the reader has dealt with. */
const SETTLED_JOURNAL_KEY = 'journal:settled';

/**
 * The newest backup of a vault whose notes are lost, and the journal beside it; `null` where none are. `count`:
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
  const backup = isClosed ? (filled[0] ?? null) : pickLost(filled, present);
  const journal = isClosed ? entries : entries.filter((entry) => isLost(entry, present));
  if (!backup && journal.length === 0) return null;
  const written = journal.length === 0 ? 0 : await count(journal).catch(() => null);
  return {
    how: isClosed ? 'closed' : 'emptied',
    ...(vault === 'shared' && { vault }),
    backup,
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
export async function settleLoss({ vault, backup, journal }: Lost): Promise<void> {
  const settled = await loadSettled();
  await saveMeta(SETTLED_JOURNAL_KEY, [...new Set([...settled, ...journal.map(({ replica }) => replica)])]);
  if (backup) await saveMeta(SETTLED_KEYS[vault ?? 'own'], backup.madeAt);
}

/** What a loss says of where the notes are. */
export type Lost = Pick<Loss, 'vault' | 'backup' | 'journal'>;

/** What a database is known by. */
export type Present = {
  replica: string | null;
  isEmpty: boolean;
  settledAt: number;
  /** Installations whose journal is no loss: the reader has dealt with it, or has left that vault. */
  settled: readonly string[];
};

/** The database of a vault as it is. That of the shared one is left alone where this installation knows of none. */
export async function loadPresent(vault: VaultName = 'own'): Promise<Present> {
  const isKnown = vault === 'own' || (await hasSharedVault());
  const [replica, isFilled, settledAt, settled, left] = await Promise.all([
    isKnown ? findReplica(vault) : null,
    isKnown && hasNotes(vault),
    // With the reader's own: they stay when a shared vault is left.
    loadMeta(SETTLED_KEYS[vault]) as Promise<number | null>,
    loadSettled(),
    vault === 'shared' && isKnown ? listLeft() : [],
  ]);
  return { replica, isEmpty: !isFilled, settledAt: settledAt ?? 0, settled: [...settled, ...left] };
}

async function loadSettled(): Promise<string[]> {
  return ((await loadMeta(SETTLED_JOURNAL_KEY)) as string[] | null) ?? [];
}

/** Whether the database lacks what is in an entry: it is empty, or another one, and the reader has not dealt with that. */
export function isLost({ replica }: Pick<JournalEntry, 'replica'>, present: Present): boolean {
  return !present.settled.includes(replica) && (present.isEmpty || present.replica !== replica);
}

/**
 * Of backups, newest first, the newest whose notes the database has lost; `null` where it has lost none. One with nothing
 * left to see does not stand in the way of another installation's. Notes never become fewer, since deleting one hides it: a
 * later backup of the same installation with fewer tells of a loss, too.
 */
export function pickLost(
  backups: readonly Backup[],
  { replica, isEmpty, settledAt }: Present,
): Backup | null {
  const lost = backups.filter(
    (backup, at) =>
      backup.madeAt > settledAt &&
      backup.notes > 0 &&
      (backup.replica !== replica ||
        isEmpty ||
        backups.slice(0, at).some((later) => later.replica === replica && later.notes < backup.notes)),
  );
  const newest = lost.filter((one) => lost.find((other) => other.replica === one.replica) === one);
  return newest.find(({ shown }) => shown > 0) ?? lost[0] ?? null;
}
