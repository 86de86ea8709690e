/**
 * The reader's own vault without Dexie, to read from before Dexie is loaded: opening it took more of the time to a
 * card's first view than all the reading.
 */
import type { ReadRows, Reads } from './reads';
import { OWN_NAME, SCHEMAS } from './schemas';

/** A connection for a few readings; `close` ends it. */
export type BareReads = Reads & { close: () => void };

/** Opens the database as it is; null where it is not there, is of another version than ours, or does not open. */
export async function openBare(): Promise<BareReads | null> {
  try {
    const request = indexedDB.open(OWN_NAME);
    // Looking for it must not make it.
    request.onupgradeneeded = () => request.transaction?.abort();
    const opened = await answerOf(request);
    // Nobody who deletes or upgrades it waits for us.
    opened.onversionchange = () => opened.close();
    if (Math.floor(opened.version / 10) === SCHEMAS.length) return toReads(opened);
    opened.close();
  } catch {
    // Who reads through Dexie next says why.
  }
  return null;
}

function toReads(opened: IDBDatabase): BareReads {
  const store = (table: string) => opened.transaction(table).objectStore(table);
  return {
    row: async (table, key) => answerOf(store(table).get(key)),
    rows: async <Table extends keyof ReadRows>(table: Table, index: string, values: string[]) => {
      const source = store(table);
      const found = new Map<string, ReadRows[Table]>();
      const keep = async (value: string) => {
        const rows: ReadRows[Table][] = await answerOf(source.index(index).getAll(value));
        for (const row of rows) found.set(JSON.stringify(keyOf(row, source.keyPath)), row);
      };
      await Promise.all(values.map(keep));
      return [...found.values()];
    },
    close: () => opened.close(),
  };
}

function keyOf(row: object, path: IDBObjectStore['keyPath']): unknown {
  return [path ?? []].flat().map((name) => (row as Record<string, unknown>)[name]);
}

function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
