/** What tests/e2e/sync-store.test.ts runs in a page: the cases on the database of that page, and a few on its own. */
import { database } from '@/lib/db/database';
import { writeNotes } from '@/lib/db/write-notes';
import type { Change } from '@/lib/model/note';
import { createNote } from '@/lib/notes/write-note';
import { webCodec } from '@/lib/sync/codec';
import { writeSegment } from '@/lib/sync/segment';
import { createDexieStore } from '@/lib/vault/dexie-store';
import { makeDraft, testId } from '@/tests/builders';
import { type Expect, openBench } from './bench';
import { STORE_CASES } from './cases';

/** What a case said: to be compared outside, by what can show a difference. */
export type Said = { kind: 'equal' | 'part'; actual: unknown; expected: unknown };

const REPLICA = 'a'.repeat(16);
const store = createDexieStore();

/** Runs one case on an empty database. */
export async function runCase(name: string): Promise<Said[]> {
  const said: Said[] = [];
  const expect: Expect = (actual) => ({
    toEqual: (expected) => said.push({ kind: 'equal', actual, expected }),
    toMatchObject: (expected) => said.push({ kind: 'part', actual, expected }),
  });
  await empty();
  const found = STORE_CASES.find((other) => other.name === name);
  if (!found) throw new Error(`There is no case "${name}".`);
  await found.run(await openBench(async () => ({ store, write: writeNotes })), expect);
  // Over the wire only JSON goes.
  return JSON.parse(JSON.stringify(said));
}

/** Begins with an empty database. */
export async function empty(): Promise<void> {
  database.close();
  await database.delete();
  await database.open();
}

/** Writes a note and keeps its segment as one to be sent. Returns the segment's hash. */
export async function intend(): Promise<string> {
  await createNote(makeDraft({ body: 'Plum blossom 梅花' }));
  const changes = await store.takePending(9);
  const content = { replica: REPLICA, changes, replaces: [], closed: false };
  const { sha, bytes } = await writeSegment(content, [], webCodec);
  const size = bytes.byteLength;
  await store.intendSegment({ sha, folder: `s/${REPLICA}`, size, count: 1, replaces: [] }, bytes, changes);
  return sha;
}

/** What stands in the database of the segments that were to be sent. */
export async function describeIntended() {
  const [own] = await store.listOwn();
  const bytes = own && (await store.loadBytes(own.sha));
  return {
    state: own?.state ?? null,
    hash: bytes ? await webCodec.digest(bytes) : null,
    pending: await store.countPending(),
    notes: await store.countNotes(),
  };
}

/** Goes on with what was to be sent. */
export async function confirmIntended(): Promise<void> {
  for (const { sha } of await store.listOwn()) await store.confirmSegment(sha);
}

/** Applies a segment of that many notes of so many letters each. Returns how it ended: `done`, or the error's code. */
export async function apply(notes: number, letters: number): Promise<string> {
  const changes = Array.from({ length: notes }, (_, at): Change => {
    const x = crypto.randomUUID().repeat(Math.ceil(letters / 36));
    return { i: testId('c', at), t: at + 1, e: `note:${testId('n', at)}`, x, b: '', p: [] };
  });
  const segment = { sha: testId('f', 1).repeat(2), replica: REPLICA, size: 9, replaces: [], changes };
  return store.applySegment(segment, 3).then(
    () => 'done',
    (thrown) => thrown.code ?? String(thrown),
  );
}

/** How many rows each table holds; tables without any are left out. */
export async function countRows(): Promise<Record<string, number>> {
  const counts = await Promise.all(
    database.tables.map(async (table) => [table.name, await table.count()] as const),
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
