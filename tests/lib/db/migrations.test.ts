/**
 * The migration test bed. Every version of the schema that was ever shipped has a sample: rows as that
 * version wrote them, and the same rows as the newest version reads them. A new version adds its step to
 * `SCHEMAS`, its sample to `SAMPLES`, and changes `after` of the older ones where it changes rows.
 */
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/database';
import { SCHEMAS } from '@/lib/db/schemas';
import { listPacks, loadTopic } from '@/lib/db/topics';
import { latestNotes } from '@/lib/notes/read-notes';
import { SAMPLES } from './samples';

afterEach(async () => {
  database.close();
  await database.delete();
});

async function writeSample(version: number, rows: Record<string, readonly object[]>): Promise<void> {
  const old = new Dexie(database.name);
  for (const [index, stores] of SCHEMAS.slice(0, version).entries()) old.version(index + 1).stores(stores);
  await old.open();
  for (const [table, values] of Object.entries(rows)) await old.table(table).bulkAdd(values);
  old.close();
}

async function readAll(): Promise<Record<string, object[]>> {
  await database.open();
  const tables = await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()]));
  return Object.fromEntries(tables);
}

describe('opening a database of an older version', () => {
  it('has a sample of every version', () => {
    expect(SAMPLES.map((sample) => sample.version)).toEqual(SCHEMAS.map((_, index) => index + 1));
  });

  it.each(SAMPLES)('loses nothing of version $version', async ({ version, before, after }) => {
    await writeSample(version, before);
    expect(await readAll()).toEqual(after);
    expect(database.backendDB().version).toBe(SCHEMAS.length * 10);
  });

  it.each(SAMPLES)('fills every table in the sample of version $version', ({ version, before }) => {
    const tables = SCHEMAS.slice(0, version).flatMap((stores) => Object.keys(stores));
    expect(Object.keys(before)).toEqual([...new Set(tables)]);
    for (const [table, rows] of Object.entries(before)) expect(rows, table).not.toHaveLength(0);
  });

  it.each(SAMPLES)('reads version $version through the product', async ({ version, before }) => {
    await writeSample(version, before);
    expect((await latestNotes(10)).map((note) => note.body)).toEqual(['Check the memory bandwidth']);
    expect((await loadTopic('huawei-technologies'))?.id).toBe('huawei');
    expect((await listPacks()).map((pack) => pack.id)).toEqual(['tech-war']);
  });
});

describe('opening a database of a newer version', () => {
  it('reports it and leaves its rows alone', async () => {
    const newer = new Dexie(database.name);
    newer
      .version(SCHEMAS.length + 1)
      .stores({ ...SCHEMAS[0], ...SCHEMAS[1], ...SCHEMAS[2], ...SCHEMAS[3], later: 'id' });
    await newer.open();
    await newer.table('notes').add({ id: 'note:written-later', v: 2 });
    newer.close();

    await expect(latestNotes(10)).rejects.toMatchObject({ code: 'database-newer', retryable: false });

    await newer.open();
    expect(await newer.table('notes').toArray()).toEqual([{ id: 'note:written-later', v: 2 }]);
    newer.close();
  });
});
