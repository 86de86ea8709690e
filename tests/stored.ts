import { beforeEach } from 'vitest';
import { database } from '@/lib/db/database';

/** Everything that one installation has stored, to be put back later: so one test can play two of them. */
export type Store = Record<string, unknown[]>;

/** Empties the database before each test of the file. */
export function emptyDatabaseBeforeEach(): void {
  beforeEach(async () => {
    database.close();
    await database.delete();
    await database.open();
  });
}

/** Takes out everything stored and leaves an empty database: another installation. */
export async function takeStore(): Promise<Store> {
  const store: Store = {};
  for (const table of database.tables) {
    store[table.name] = await table.toArray();
    await table.clear();
  }
  return store;
}

/** Puts an installation back in the place of what is stored. */
export async function putStore(store: Store): Promise<void> {
  for (const table of database.tables) {
    await table.clear();
    await table.bulkAdd(store[table.name] ?? []);
  }
}
