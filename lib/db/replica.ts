import { randomHex } from '@/lib/model/hex';
import type { VaultName } from '@/lib/model/vault-name';
import { withDatabase } from './with-database';

/** Where a vault's database has it. */
export const REPLICA_KEY = 'replica';

/**
 * The random id of this installation in a vault: 64 bits as 16 hexadecimal digits, made when first asked for. Works inside a
 * live query, which may not write, from then on.
 */
export function loadReplica(vault?: VaultName): Promise<string> {
  return withDatabase(async (database) => {
    const made = await database.meta.get(REPLICA_KEY);
    if (made) return made.value as string;
    return database.transaction('rw', database.meta, async () => {
      const known = await database.meta.get(REPLICA_KEY);
      if (known) return known.value as string;
      const value = randomHex(8);
      await database.meta.put({ key: REPLICA_KEY, value });
      return value;
    });
  }, vault);
}

/** The same where it was made already; `null` where nobody has asked for it yet. Works inside a live query. */
export function findReplica(vault?: VaultName): Promise<string | null> {
  return withDatabase(
    async ({ meta }) => ((await meta.get(REPLICA_KEY))?.value as string | undefined) ?? null,
    vault,
  );
}
