import type { EntityTable } from 'dexie';

/** Rows of one answer of the browser: few enough to be read and written out within a frame. */
const AT_ONCE = 250;

/**
 * Shows all rows of a table, some at a time and in the order of their keys, which are texts. To be called in a
 * transaction, which then holds them as they are at one moment; the page stays usable, since it has its turn between
 * two answers.
 */
export async function readInParts<Row, Key extends keyof Row>(
  table: EntityTable<Row, Key>,
  see: (rows: Row[]) => unknown,
): Promise<void> {
  const key = table.schema.primKey.keyPath as Key;
  for (let last: unknown = ''; last !== undefined; ) {
    const rows: Row[] = await table.where(':id').above(last).limit(AT_ONCE).toArray();
    await see(rows);
    last = rows.at(-1)?.[key];
  }
}
