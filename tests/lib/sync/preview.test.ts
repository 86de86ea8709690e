import { describe, expect, it } from 'vitest';
import type { Change } from '@/lib/model/note';
import { createIn, editIn } from '@/lib/notes/edit-in';
import { PreviewCount } from '@/lib/sync/preview';
import { makeDraft, testId } from '@/tests/builders';
import { MemoryStore } from '@/tests/sim/memory-store';
import { makeImage } from '@/tests/sim/store-image';

const e = (number: number) => `note:${testId('n', number)}`;
const created = (number: number, x = 'From there'): Change => ({
  ...{ i: testId('c', number), t: number, e: e(number), x, b: '', p: [] },
  f: { createdAt: number, 'tag:chips': true },
});
const hiding = (number: number, seen: string[]): Change => ({
  ...{ i: testId('d', number), t: 1_000 + number, e: e(number), del: true, seen },
});

async function preview(store: MemoryStore, ...segments: Change[][]) {
  const count = new PreviewCount(store);
  for (const changes of segments) await count.add(changes);
  return count.sum();
}

/** A store that has applied these. */
async function makeStore(changes: Change[]): Promise<MemoryStore> {
  const store = new MemoryStore(makeImage('0'.repeat(16)));
  const segment = { sha: 'f'.repeat(32), replica: 'a'.repeat(16), replaces: [], changes };
  await store.applySegment(segment, 3);
  return store;
}

describe('PreviewCount', () => {
  it('counts what is not here, once, however many segments tell of it', async () => {
    const store = await makeStore([]);
    const field: Change = { i: testId('f', 1), t: 9, e: e(1), f: { 'tag:chips': false } };
    expect(await preview(store, [created(1), created(2)], [created(1), field])).toMatchObject({
      ...{ added: 2, updated: 0, hidden: 0, conflicts: 0, here: 0 },
    });
  });

  it('adds none that is hidden, whether its hiding comes before its text or after', async () => {
    const store = await makeStore([]);
    const seen = hiding(1, [testId('c', 1)]);
    expect(await preview(store, [seen], [created(1)])).toMatchObject({ added: 0 });
    expect(await preview(store, [created(1)], [seen])).toMatchObject({ added: 0 });
    // It was edited by who did not see the hiding.
    expect(await preview(store, [created(1)], [hiding(1, [])])).toMatchObject({ added: 1 });
  });

  it('names the first of those that are not here by the beginning of what they say', async () => {
    const store = await makeStore([]);
    const later: Change = { i: testId('x', 1), t: 99, e: e(1), x: 'Later', b: '', p: [testId('c', 1)] };
    const long = created(3, `  ${'word '.repeat(99)}`);
    const told = await preview(store, [created(1), created(2), long], [later, hiding(2, [testId('c', 2)])]);
    expect(told.named.added).toEqual(['Later', 'word '.repeat(40)]);
    const many = Array.from({ length: 90 }, (_, number) => created(number));
    expect((await preview(store, many)).named.added).toHaveLength(20);
  });

  it('leaves out what is known already', async () => {
    const changes = Array.from({ length: 600 }, (_, number) => created(number));
    const store = await makeStore(changes);
    expect(await preview(store, changes, changes)).toMatchObject({ added: 0, updated: 0, here: 600 });
  });

  it('tells apart texts, fields, hidings and conflicts of notes that are here', async () => {
    const store = await makeStore([1, 2, 3, 4].map((number) => created(number)));
    const text: Change = { i: testId('x', 1), t: 99, e: e(1), x: 'Later', b: '', p: [testId('c', 1)] };
    const field: Change = { i: testId('x', 2), t: 99, e: e(2), f: { 'tag:chips': false } };
    const older: Change = { i: testId('x', 0), t: 0, e: e(2), f: { 'tag:chips': true } };
    const apart: Change = { i: testId('x', 4), t: 99, e: e(4), x: 'Apart', b: '', p: [] };
    const told = await preview(store, [text, older], [field, hiding(3, [testId('c', 3)])], [apart]);
    expect(told).toMatchObject({
      ...{ added: 0, updated: 3, hidden: 1, conflicts: 1 },
      named: { added: [], updated: [e(1), e(2), e(4)], hidden: [e(3)], conflicts: [e(4)] },
    });
    expect(await preview(store, [older])).toMatchObject({ updated: 0 });
  });

  it('changes nothing here', async () => {
    const store = await makeStore([created(1)]);
    const note = await store.write((writing) => createIn(writing, makeDraft({ body: 'Ours' })));
    await store.write((writing) => editIn(writing, note.id, { body: 'Ours, later' }, undefined));
    const before = store.toImage();
    await preview(store, [created(2), hiding(1, [testId('c', 1)])]);
    expect(store.toImage()).toEqual(before);
  });
});
