/**
 * What every store of rounds promises (lib/sync/store.ts), sentence by sentence. Free of vitest: contract.ts runs the
 * cases in Node, tests/e2e/sync-store.test.ts in real browsers.
 */
import type { NoteWriting } from '@/lib/db/write-notes';
import type { Change } from '@/lib/model/note';
import { createIn, editIn, hideIn } from '@/lib/notes/edit-in';
import type { OwnSegment, SyncStore } from '@/lib/sync/store';
import { makeDraft, testId } from '@/tests/builders';

/** A store to be tested, and the writing of notes into it. */
export type OpenStore = {
  store: SyncStore;
  write: <T>(work: (writing: NoteWriting) => Promise<T>) => Promise<T>;
};

const REPLICA = 'a'.repeat(16);
const PATIENCE = 3;

/** A readable hash: `sha(7)` ends with 7. */
function sha(number: number): string {
  return String(number).padStart(32, '0');
}

function segment(number: number, changes: Change[], replaces: number[] = []) {
  return { sha: sha(number), replica: REPLICA, size: 100, replaces: replaces.map(sha), changes };
}

function text(number: number, x: string, p: string[] = []): Change {
  return { i: testId('c', number), t: number, e: `note:${testId('n', 1)}`, x, b: '', p };
}

function field(number: number, name: string, value = true): Change {
  return { i: testId('c', number), t: number, e: `note:${testId('n', 1)}`, f: { [name]: value } };
}

function own(number: number, part: Partial<OwnSegment> = {}) {
  const { folder = `s/${REPLICA}`, size = 9, count = 1, replaces = [] } = part;
  return { sha: sha(number), folder, size, count, replaces };
}

const BYTES = new Uint8Array([1, 2, 3]);

/** What a case says of a value: a part of vitest's `expect`, of values that JSON can carry. */
export type Expect = (actual: unknown) => {
  toEqual(expected: unknown): void;
  toMatchObject(part: object): void;
};

/** One promise, tried on a fresh store. Throws, or has `expect` throw, where it is not kept. */
export type StoreCase = { name: string; run(bench: Bench, expect: Expect): Promise<void> };

type Bench = ReturnType<typeof toBench>;

/** A store with what the cases do to it, in a vault that it has joined. */
export async function openBench(open: () => Promise<OpenStore>): Promise<Bench> {
  const bench = toBench(await open());
  await bench.store.saveState({ hasJoined: true });
  return bench;
}

function toBench({ store, write }: OpenStore) {
  return {
    store,
    write,
    create: (body: string) => write((writing) => createIn(writing, makeDraft({ body }))),
    edit: (id: string, body: string) => write((writing) => editIn(writing, id, { body }, undefined)),
    /** Sends what waits, as a round does. */
    async send(number: number, replaces: number[] = []): Promise<void> {
      const changes = await store.takePending(99);
      await store.intendSegment(own(number, { replaces: replaces.map(sha) }), BYTES, changes);
      await store.confirmSegment(sha(number));
    },
    async range(number: number): Promise<{ from: number; to: number }> {
      const row = (await store.listOwn()).find((other) => other.sha === sha(number));
      return { from: row?.from ?? 0, to: row?.to ?? 0 };
    },
  };
}

function bodies(changes: Change[]) {
  return changes.map((change) => change.x);
}

/** Every promise. */
export const STORE_CASES: StoreCase[] = [
  {
    name: 'keeps the parts of its state that a saving does not name',
    async run({ store }, expect) {
      const { replica } = await store.loadState();
      await store.saveState({ head: 'a head', oldHeads: ['an older one'] });
      await store.saveState({ head: null });
      expect(await store.loadState()).toMatchObject({ replica, head: null, oldHeads: ['an older one'] });
    },
  },
  {
    name: 'keeps one row of a peer',
    async run({ store }, expect) {
      const row = { replica: REPLICA, seen: ['one'], tries: 1, isHeadless: false };
      await store.savePeer(row);
      await store.savePeer({ ...row, seen: ['one', 'two'] });
      expect(await store.listPeers()).toEqual([{ ...row, seen: ['one', 'two'] }]);
    },
  },
  {
    name: 'marks a segment and what it replaces as applied, with the changes',
    async run({ store }, expect) {
      const applied = await store.applySegment(segment(1, [text(1, 'From there')], [7]), PATIENCE);
      expect(applied).toEqual({ added: 1, updated: 0, known: 0, conflicts: 0 });
      expect([...(await store.findApplied([1, 7, 8].map(sha)))].sort()).toEqual([1, 7].map(sha));
      expect(await store.countNotes()).toEqual(1);
      expect(await store.listForeign()).toMatchObject([
        { sha: sha(1), replica: REPLICA, size: 100, misses: 0, patience: PATIENCE },
      ]);
    },
  },
  {
    name: 'applies nothing and marks nothing when a segment cannot be stored',
    async run({ store }, expect) {
      const broken = segment(1, [text(1, 'From there'), null as unknown as Change]);
      const isRefused = await store.applySegment(broken, PATIENCE).then(
        () => false,
        () => true,
      );
      expect(isRefused).toEqual(true);
      expect([...(await store.findApplied([sha(1)]))].sort()).toEqual([]);
      expect(await store.countNotes()).toEqual(0);
    },
  },
  {
    name: 'counts nothing twice: a segment applied again changes nothing',
    async run({ store }, expect) {
      await store.applySegment(segment(1, [text(1, 'From there')]), PATIENCE);
      const again = await store.applySegment(segment(2, [text(1, 'From there')]), PATIENCE);
      expect(again).toEqual({ added: 0, updated: 0, known: 1, conflicts: 0 });
    },
  },
  {
    name: 'never sends what came from elsewhere',
    async run({ store }, expect) {
      await store.applySegment(segment(1, [text(1, 'From there')]), PATIENCE);
      expect(await store.countPending()).toEqual(0);
      expect(await store.takePending(9)).toEqual([]);
    },
  },
  {
    name: 'sends the changes of a lost segment, and names it until a confirmed segment replaces it',
    async run({ store, send }, expect) {
      await store.applySegment(segment(1, [text(1, 'From there')]), PATIENCE);
      await store.adoptSegments([sha(1)]);
      expect(await store.listForeign()).toEqual([]);
      expect(await store.loadAdopted()).toEqual([sha(1)]);
      expect(bodies(await store.takePending(9))).toEqual(['From there']);
      await send(2, [1]);
      expect(await store.loadAdopted()).toEqual([]);
      expect(await store.countPending()).toEqual(0);
    },
  },
  {
    name: 'takes over nothing of a lost segment whose changes came in another, too',
    async run({ store }, expect) {
      await store.applySegment(segment(1, [text(1, 'From there')]), PATIENCE);
      await store.applySegment(segment(2, [text(1, 'From there')]), PATIENCE);
      await store.adoptSegments([sha(1)]);
      expect(await store.loadAdopted()).toEqual([]);
      expect(await store.countPending()).toEqual(0);
    },
  },
  {
    name: 'takes over nothing of a lost segment that is in a segment of ours',
    async run({ store, create, send, range }, expect) {
      const note = await create('Ours');
      await send(1);
      const { from, to } = await range(1);
      const changes = await store.loadNumbered(from, to);
      await store.applySegment(segment(2, changes), PATIENCE);
      await store.adoptSegments([sha(2)]);
      expect(await store.countPending()).toEqual(0);
      expect(note.body).toEqual('Ours');
    },
  },
  {
    name: 'lets a segment take the place of those that it replaces, for what it holds',
    async run({ store }, expect) {
      await store.applySegment(segment(1, [text(1, 'From there')]), PATIENCE);
      await store.applySegment(segment(2, [text(1, 'From there')], [1]), PATIENCE);
      expect((await store.listForeign()).map((row) => row.sha)).toEqual([sha(2)]);
      await store.adoptSegments([sha(2)]);
      expect(bodies(await store.takePending(9))).toEqual(['From there']);
    },
  },
  {
    name: 'keeps the row of a replaced segment while something stands that only that one held',
    async run({ store }, expect) {
      await store.applySegment(segment(1, [text(1, 'One'), text(2, 'Two')]), PATIENCE);
      await store.applySegment(segment(2, [text(1, 'One')], [1]), PATIENCE);
      expect((await store.listForeign()).map((row) => row.sha).sort()).toEqual([sha(1), sha(2)]);
      await store.adoptSegments([sha(1)]);
      expect(bodies(await store.takePending(9))).toEqual(['Two']);
    },
  },
  {
    name: 'moves everything to a segment that is skipped',
    async run({ store }, expect) {
      await store.applySegment(segment(1, [text(1, 'From there')]), PATIENCE);
      const { changes: _, ...known } = segment(2, [], [1]);
      await store.skipSegment(known, PATIENCE);
      expect((await store.listForeign()).map((row) => row.sha)).toEqual([sha(2)]);
      await store.adoptSegments([sha(2)]);
      expect(bodies(await store.takePending(9))).toEqual(['From there']);
    },
  },
  {
    name: 'saves counted misses',
    async run({ store }, expect) {
      await store.applySegment(segment(1, [text(1, 'From there')]), PATIENCE);
      const rows = (await store.listForeign()).map((row) => ({ ...row, misses: 2 }));
      await store.saveForeign(rows);
      expect(await store.listForeign()).toEqual(rows);
    },
  },
  {
    name: 'gives waiting changes oldest first, so many, and once numbered no more',
    async run({ store, create }, expect) {
      await create('First');
      await create('Second');
      await create('Third');
      expect(bodies(await store.takePending(2))).toEqual(['First', 'Second']);
      const taken = await store.takePending(2);
      await store.intendSegment(own(1), BYTES, taken);
      expect(bodies(await store.takePending(9))).toEqual(['Third']);
      expect(await store.countPending()).toEqual(3);
    },
  },
  {
    name: 'never rewrites a change that was taken',
    async run({ store, create, edit }, expect) {
      const note = await create('Taken');
      await store.takePending(9);
      await edit(note.id, 'Edited later');
      expect(bodies(await store.takePending(9))).toEqual(['Taken', 'Edited later']);
    },
  },
  {
    name: 'numbers segments one behind the other',
    async run({ store, create, send, range }, expect) {
      await create('First');
      await send(1);
      await create('Second');
      await create('Third');
      await send(2);
      const [first, second] = [await range(1), await range(2)];
      expect(second.from > first.to).toEqual(true);
      expect(bodies(await store.loadNumbered(first.from, first.to))).toEqual(['First']);
      expect(bodies(await store.loadNumbered(first.from, second.to))).toEqual(['First', 'Second', 'Third']);
      expect(await store.countNumbered(second.from, second.to)).toEqual(2);
    },
  },
  {
    name: 'keeps changes waiting, and bytes, until the segment is confirmed',
    async run({ store, create }, expect) {
      await create('Sent');
      await store.intendSegment(own(1), BYTES, await store.takePending(9));
      expect(await store.countPending()).toEqual(1);
      expect([...((await store.loadBytes(sha(1))) ?? [])]).toEqual([...BYTES]);
      expect(await store.listOwn()).toMatchObject([{ sha: sha(1), state: 'intended', misses: 0 }]);
      await store.confirmSegment(sha(1));
      expect(await store.countPending()).toEqual(0);
      expect(await store.loadBytes(sha(1))).toEqual(null);
      expect(await store.listOwn()).toMatchObject([{ sha: sha(1), state: 'verified' }]);
      expect((await store.loadState()).isHeadStale).toEqual(true);
    },
  },
  {
    name: 'settles only the changes of the confirmed segment',
    async run({ store, create }, expect) {
      await create('First');
      await store.intendSegment(own(1), BYTES, await store.takePending(9));
      await create('Second');
      await store.confirmSegment(sha(1));
      expect(bodies(await store.takePending(9))).toEqual(['Second']);
    },
  },
  {
    name: 'no longer counts what was replaced while it was on its way',
    async run({ store, edit, range }, expect) {
      await store.applySegment(segment(9, [text(1, 'As it was')]), PATIENCE);
      const id = `note:${testId('n', 1)}`;
      await edit(id, 'First');
      await store.intendSegment(own(1), BYTES, await store.takePending(9));
      await edit(id, 'Second');
      await store.confirmSegment(sha(1));
      const { from, to } = await range(1);
      expect(await store.loadNumbered(from, to)).toEqual([]);
    },
  },
  {
    name: 'gives a segment without changes a place of its own',
    async run({ store, create, send, range }, expect) {
      await create('First');
      await send(1);
      await store.intendSegment(own(2, { count: 0 }), BYTES, []);
      await store.confirmSegment(sha(2));
      await create('Second');
      await send(3);
      const { from, to } = await range(2);
      expect(from > (await range(1)).to).toEqual(true);
      expect(await store.loadNumbered(from, to)).toEqual([]);
    },
  },
  {
    name: 'dooms what a confirmed segment of ours replaces, not before',
    async run({ store, create, send, range }, expect) {
      await create('First');
      await send(1);
      const numbered = await range(1);
      await store.intendSegment({ ...own(2, { replaces: [sha(1)] }), ...numbered }, BYTES, null);
      const states = async () => new Map((await store.listOwn()).map((row) => [row.sha, row.state]));
      expect((await states()).get(sha(1))).toEqual('verified');
      await store.confirmSegment(sha(2));
      expect([...(await states())].sort()).toEqual([
        [sha(1), 'doomed'],
        [sha(2), 'verified'],
      ]);
      expect(await range(2)).toEqual(numbered);
      await store.dropOwn(sha(1));
      expect([...(await states()).keys()]).toEqual([sha(2)]);
    },
  },
  {
    name: 'forgets an own segment with its bytes',
    async run({ store, create }, expect) {
      await create('First');
      await store.intendSegment(own(1), BYTES, await store.takePending(9));
      await store.dropOwn(sha(1));
      expect(await store.listOwn()).toEqual([]);
      expect(await store.loadBytes(sha(1))).toEqual(null);
    },
  },
  {
    name: 'saves counted misses of own segments',
    async run({ store, create, send }, expect) {
      await create('First');
      await send(1);
      const rows = (await store.listOwn()).map((row) => ({ ...row, misses: 1 }));
      await store.saveOwn(rows);
      expect(await store.listOwn()).toEqual(rows);
    },
  },
  {
    name: 'gives states of what it knows, and counts notes that are shown',
    async run({ store, create, write }, expect) {
      const note = await create('Shown');
      const other = await create('Hidden');
      await write((writing) => hideIn(writing, other.id));
      const states = await store.loadStates([note.id, `note:${testId('n', 9)}`]);
      expect([...states.keys()]).toEqual([note.id]);
      expect(states.get(note.id)?.heads.map((head) => head.text)).toEqual(['Shown']);
      expect(await store.countNotes()).toEqual(1);
    },
  },
  {
    name: 'takes a change of ours that comes from elsewhere for one that has left',
    async run({ store, create, edit }, expect) {
      const note = await create('Ours');
      const [head] = (await store.loadStates([note.id])).get(note.id)?.heads ?? [];
      const { i = '', t = 0 } = head ?? {};
      const copy: Change = { i, t, e: note.id, x: 'Ours', b: '', p: [] };
      await store.applySegment(segment(1, [copy]), PATIENCE);
      await edit(note.id, 'Edited');
      const edited = (await store.takePending(9)).find((change) => change.x === 'Edited');
      expect(edited?.p?.includes(i)).toEqual(true);
    },
  },
  {
    name: 'keeps and sends on fields that others wrote',
    async run({ store }, expect) {
      await store.applySegment(segment(1, [text(1, 'From there'), field(2, 'tag:chips')]), PATIENCE);
      await store.adoptSegments([sha(1)]);
      expect(await store.takePending(9)).toEqual([text(1, 'From there'), field(2, 'tag:chips')]);
    },
  },
];
