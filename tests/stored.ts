import type { Table } from 'dexie';
import { beforeEach, vi } from 'vitest';
import { DATABASES } from '@/lib/db/database';
import { VAULTS } from '@/lib/model/vault-name';
import { provideFolder } from './folder-in-memory';

/** Everything that one installation has stored, to be put back later: so one test can play two of them. */
export type Store = Record<string, unknown[]>;

/** Empties the database, and the folder of backups, before each test of the file; the shared vault's comes into being on first use. */
export function emptyDatabaseBeforeEach(): void {
  beforeEach(async () => {
    provideFolder();
    for (const vault of VAULTS) {
      DATABASES[vault].close();
      await DATABASES[vault].delete();
    }
    await DATABASES.own.open();
  });
}

/** Takes out everything stored and leaves empty databases: another installation. */
export async function takeStore(): Promise<Store> {
  const store = await readStore();
  await inEach('rw', (_, table) => table.clear());
  return store;
}

/** Everything stored, by vault and table. */
export async function readStore(): Promise<Store> {
  const store: Store = {};
  await inEach('r', async (name, table) => {
    store[name] = await table.toArray();
  });
  return store;
}

/** Puts an installation back in the place of what is stored. */
export async function putStore(store: Store): Promise<void> {
  await inEach('rw', async (name, table) => {
    await table.clear();
    if (store[name]?.length) await table.bulkAdd(store[name]);
  });
}

/** Works on every table, in one transaction for each vault. */
async function inEach(mode: 'r' | 'rw', work: (name: string, table: Table) => PromiseLike<void>) {
  for (const vault of VAULTS.filter((vault) => DATABASES[vault].isOpen())) {
    const { tables } = DATABASES[vault];
    await DATABASES[vault].transaction(mode, tables, async () => {
      await Promise.all(tables.map((table) => work(`${vault} ${table.name}`, table)));
    });
  }
}

/** A list that each writing transaction adds a line to when it has committed ("sidelight committed"), from now on. */
export function watchCommits(): string[] {
  const commits: string[] = [];
  // Dexie takes the function from a database when it opens it.
  DATABASES.own.close();
  const begin = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    const transaction = begin.apply(this, args);
    if (transaction.mode === 'readwrite')
      transaction.addEventListener('complete', () => commits.push(`${this.name} committed`));
    return transaction;
  });
  return commits;
}
