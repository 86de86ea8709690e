import type { VaultName } from '@/lib/model/vault-name';
import { withDatabase } from './with-database';

/** One value of this installation, or of its part in a vault. `null` where it was never saved. */
export function loadMeta(key: string, vault?: VaultName): Promise<unknown> {
  return withDatabase(async (database) => (await database.meta.get(key))?.value ?? null, vault);
}

/** Saves one value of this installation, over what stood there. */
export async function saveMeta(key: string, value: unknown, vault?: VaultName): Promise<void> {
  await withDatabase((database) => database.meta.put({ key, value }), vault);
}

/** The values of this installation whose keys begin so, by key. */
export function listMeta(prefix: string): Promise<Map<string, unknown>> {
  return withDatabase(async (database) => {
    const rows = await database.meta.where('key').startsWith(prefix).toArray();
    return new Map(rows.map(({ key, value }) => [key, value]));
  });
}

/** Forgets one value of this installation. */
export function dropMeta(key: string, vault?: VaultName): Promise<void> {
  return withDatabase((database) => database.meta.delete(key), vault);
}
