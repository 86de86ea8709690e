import { withDatabase } from './with-database';

/** One value of this installation. `null` where it was never saved. */
export function loadMeta(key: string): Promise<unknown> {
  return withDatabase(async (database) => (await database.meta.get(key))?.value ?? null);
}

/** Saves one value of this installation, over what stood there. */
export async function saveMeta(key: string, value: unknown): Promise<void> {
  await withDatabase((database) => database.meta.put({ key, value }));
}

/** Forgets one value of this installation. */
export function dropMeta(key: string): Promise<void> {
  return withDatabase((database) => database.meta.delete(key));
}
