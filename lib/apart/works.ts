import type { JournalEntry } from '@/lib/backups/journal-files';
import { countWritten } from '@/lib/backups/read-journal';
import { loadKeptText, restoreBackup, restoreLost } from '@/lib/backups/restore-backup';
import { type ExportFormat, exportAs } from '@/lib/exchange/export-as';
import { importFile } from '@/lib/exchange/import-notes';
import type { Backup } from '@/lib/model/backup';
import type { SeeMerged } from '@/lib/notes/apply-changes';
import { exportVault, importVault } from '@/lib/vault/zip-file';
import { type Sentences, toTranslate } from './sentences';

/** The languages in which packs are read, and how ours are said: `Words` as they are sent to the thread. */
type Spoken = { languages: readonly string[]; sentences: Sentences };

/**
 * What is done in a thread of its own, since a part of it is one long step that no page could put down: parsing a whole
 * file, or all notes written out. Each hears first whom to tell how far it is. Making a backup is not among them: it is
 * also made where no such thread can be started.
 */
export const WORKS = {
  exportAs: (_: SeeMerged, format: ExportFormat, { languages, sentences }: Spoken, now: Date) =>
    exportAs(format, { languages, t: toTranslate(sentences) }, now),
  importFile: (see: SeeMerged, file: Blob) => importFile(file, see),
  restoreBackup: (see: SeeMerged, backup: Backup) => restoreBackup(backup, see),
  restoreLost: (see: SeeMerged, lost: Parameters<typeof restoreLost>[0]) => restoreLost(lost, see),
  countWritten: (_: SeeMerged, journal: JournalEntry[]) => countWritten(journal),
  /** What a backup and the journal hold, as a file of notes. */
  loadKept: async (_: SeeMerged, backup: Backup) =>
    new Blob([await loadKeptText(backup)], { type: 'application/json' }),
  exportVault: () => exportVault(),
  importVault: (see: SeeMerged, file: Blob) => importVault(file, see),
};
export type Works = typeof WORKS;

/** A work to be done, as it is sent to the thread. */
export type Order = { name: keyof Works; given: unknown[] };

/** What comes back: that it goes on and how far it is, again and again, and then what came of it. */
export type Reply = { isAlive: true } | { merged: { done: number; total: number } } | { answer: unknown };
