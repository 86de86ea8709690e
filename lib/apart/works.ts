import { loadKeptText, restoreBackup, restoreLost } from '@/lib/backups/restore-backup';
import { importNotes } from '@/lib/exchange/import-notes';
import type { Backup } from '@/lib/model/backup';
import { exportVault, importVault } from '@/lib/vault/zip-file';

/**
 * What is done in a thread of its own, since a part of it is one long step that no page could put down: parsing a whole file. What is written
 * out is not among them: backups are also made where no such thread can be started.
 */
export const WORKS = {
  importNotes: async (file: Blob) => importNotes(await file.text()),
  restoreBackup,
  restoreLost,
  /** What a backup and the journal hold, as a file of notes. */
  loadKept: async (backup: Backup) => new Blob([await loadKeptText(backup)], { type: 'application/json' }),
  exportVault,
  importVault,
};
export type Works = typeof WORKS;

/** A work to be done, as it is sent to the thread. */
export type Order = { name: keyof Works; given: unknown[] };
