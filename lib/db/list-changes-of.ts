import type { Change } from '@/lib/model/note';
import type { VaultName } from '@/lib/model/vault-name';
import { withDatabase } from './with-database';

/** The changes of everything whose id begins so (`replica:`), oldest first. Notes are read through lib/db/notes. */
export function listChangesOf(prefix: string, vault?: VaultName): Promise<Change[]> {
  return withDatabase(async (database) => {
    const rows = await database.changes.where('e').startsWith(prefix).toArray();
    return rows.map((row) => row.change).sort((a, b) => a.t - b.t || (a.i < b.i ? -1 : 1));
  }, vault);
}
