/**
 * Backups of the reader's notes, in a database of their own: what empties, damages or outgrows that of the notes leaves
 * it alone. Bytes stand apart from what is listed.
 */
import { Dexie, type EntityTable } from 'dexie';
import type { Backup } from '@/lib/model/backup';
import { runOn } from './with-database';

/** A gzipped file of notes (see lib/exchange/notes-file.ts), under the id of its backup. */
type BytesRow = { id: number; bytes: Uint8Array<ArrayBuffer> };

class BackupDatabase extends Dexie {
  declare backups: EntityTable<Backup, 'id'>;
  declare bytes: EntityTable<BytesRow, 'id'>;

  constructor() {
    super('sidelight-backups');
    this.version(1).stores({ backups: '++id', bytes: 'id' });
  }
}

/** Opens, and comes into being, on first use. */
export const backupDatabase = new BackupDatabase();

/** Every backup there is, newest first. Works inside a live query. */
export function listBackups(): Promise<Backup[]> {
  return runOn(backupDatabase, ({ backups }) => backups.reverse().toArray());
}

/**
 * Adds a backup; `toDropped` says of those that there are, newest first, which go at the same moment. All of it is
 * stored, or nothing. Resolves when the transaction has committed.
 */
export function addBackup(
  made: Omit<Backup, 'id' | 'size'>,
  bytes: Uint8Array<ArrayBuffer>,
  toDropped: (present: Backup[]) => Backup[],
): Promise<Backup> {
  return runOn(backupDatabase, (database) =>
    database.transaction('rw', database.backups, database.bytes, async () => {
      const dropped = toDropped(await database.backups.reverse().toArray()).map(({ id }) => id);
      const row = { ...made, size: bytes.byteLength };
      const id = await database.backups.add(row);
      await Promise.all([
        database.bytes.put({ id, bytes }),
        database.backups.bulkDelete(dropped),
        database.bytes.bulkDelete(dropped),
      ]);
      return { ...row, id };
    }),
  );
}

/** The bytes of a backup; `null` where it has gone since it was listed. */
export function loadBackupBytes(id: number): Promise<Uint8Array<ArrayBuffer> | null> {
  return runOn(backupDatabase, async ({ bytes }) => (await bytes.get(id))?.bytes ?? null);
}

/** Removes every backup. */
export function clearBackups(): Promise<void> {
  return runOn(backupDatabase, (database) =>
    database.transaction('rw', database.backups, database.bytes, async () => {
      await Promise.all([database.backups.clear(), database.bytes.clear()]);
    }),
  );
}
