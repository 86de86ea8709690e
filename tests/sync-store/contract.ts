/** What every store of rounds promises (lib/sync/store.ts), sentence by sentence. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { NoteWriting } from '@/lib/db/notes';
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

/** Runs the suite on a store; `open` gives a fresh one. */
export function describeStore(name: string, open: () => Promise<OpenStore>): void {
  let store: SyncStore;
  let write: OpenStore['write'];
  const create = (body: string) => write((writing) => createIn(writing, makeDraft({ body })));
  const edit = (id: string, body: string) => write((writing) => editIn(writing, id, { body }, undefined));
  const bodies = (changes: Change[]) => changes.map((change) => change.x);
  /** Sends what waits, as a round does, and returns the segment's number for the next one. */
  const send = async (number: number, replaces: number[] = []) => {
    const changes = await store.takePending(99);
    await store.intendSegment(own(number, { replaces: replaces.map(sha) }), BYTES, changes);
    await store.confirmSegment(sha(number));
  };
  const range = async (number: number) => {
    const row = (await store.listOwn()).find((other) => other.sha === sha(number));
    return { from: row?.from ?? 0, to: row?.to ?? 0 };
  };

  describe(`the store of rounds: ${name}`, () => {
    beforeEach(async () => {
      ({ store, write } = await open());
      await store.saveState({ hasJoined: true });
    });

    it('keeps the parts of its state that a saving does not name', async () => {
      const { replica } = await store.loadState();
      await store.saveState({ head: 'a head', oldHeads: ['an older one'] });
      await store.saveState({ head: null });
      expect(await store.loadState()).toMatchObject({ replica, head: null, oldHeads: ['an older one'] });
    });

    it('keeps one row of a peer', async () => {
      const row = { replica: REPLICA, seen: ['one'], tries: 1, isHeadless: false };
      await store.savePeer(row);
      await store.savePeer({ ...row, seen: ['one', 'two'] });
      expect(await store.listPeers()).toEqual([{ ...row, seen: ['one', 'two'] }]);
    });

    it('marks a segment and what it replaces as applied, with the changes', async () => {
      const applied = await store.applySegment(segment(1, [text(1, 'From there')], [7]), PATIENCE);
      expect(applied).toEqual({ added: 1, updated: 0, known: 0, conflicts: 0 });
      expect(await store.findApplied([1, 7, 8].map(sha))).toEqual(new Set([1, 7].map(sha)));
      expect(await store.countNotes()).toBe(1);
      expect(await store.listForeign()).toMatchObject([
        { sha: sha(1), replica: REPLICA, size: 100, misses: 0, patience: PATIENCE },
      ]);
    });

    it('applies nothing and marks nothing when a segment cannot be stored', async () => {
      const broken = segment(1, [text(1, 'From there'), null as unknown as Change]);
      await expect(store.applySegment(broken, PATIENCE)).rejects.toThrow();
      expect(await store.findApplied([sha(1)])).toEqual(new Set());
      expect(await store.countNotes()).toBe(0);
    });

    it('counts nothing twice: a segment applied again changes nothing', async () => {
      await store.applySegment(segment(1, [text(1, 'From there')]), PATIENCE);
      const again = await store.applySegment(segment(2, [text(1, 'From there')]), PATIENCE);
      expect(again).toEqual({ added: 0, updated: 0, known: 1, conflicts: 0 });
    });

    it('never sends what came from elsewhere', async () => {
      await store.applySegment(segment(1, [text(1, 'From there')]), PATIENCE);
      expect(await store.countPending()).toBe(0);
      expect(await store.takePending(9)).toEqual([]);
    });

    it('sends the changes of a lost segment, and names it until a confirmed segment replaces it', async () => {
      await store.applySegment(segment(1, [text(1, 'From there')]), PATIENCE);
      await store.adoptSegments([sha(1)]);
      expect(await store.listForeign()).toEqual([]);
      expect(await store.loadAdopted()).toEqual([sha(1)]);
      expect(bodies(await store.takePending(9))).toEqual(['From there']);
      await send(2, [1]);
      expect(await store.loadAdopted()).toEqual([]);
      expect(await store.countPending()).toBe(0);
    });

    it('takes over nothing of a lost segment whose changes came in another, too', async () => {
      await store.applySegment(segment(1, [text(1, 'From there')]), PATIENCE);
      await store.applySegment(segment(2, [text(1, 'From there')]), PATIENCE);
      await store.adoptSegments([sha(1)]);
      expect(await store.loadAdopted()).toEqual([]);
      expect(await store.countPending()).toBe(0);
    });

    it('takes over nothing of a lost segment that is in a segment of ours', async () => {
      const note = await create('Ours');
      await send(1);
      const { from, to } = await range(1);
      const changes = await store.loadNumbered(from, to);
      await store.applySegment(segment(2, changes), PATIENCE);
      await store.adoptSegments([sha(2)]);
      expect(await store.countPending()).toBe(0);
      expect(note.body).toBe('Ours');
    });

    it('lets a segment take the place of those that it replaces, for what it holds', async () => {
      await store.applySegment(segment(1, [text(1, 'From there')]), PATIENCE);
      await store.applySegment(segment(2, [text(1, 'From there')], [1]), PATIENCE);
      expect((await store.listForeign()).map((row) => row.sha)).toEqual([sha(2)]);
      await store.adoptSegments([sha(2)]);
      expect(bodies(await store.takePending(9))).toEqual(['From there']);
    });

    it('keeps the row of a replaced segment while something stands that only that one held', async () => {
      await store.applySegment(segment(1, [text(1, 'One'), text(2, 'Two')]), PATIENCE);
      await store.applySegment(segment(2, [text(1, 'One')], [1]), PATIENCE);
      expect((await store.listForeign()).map((row) => row.sha).sort()).toEqual([sha(1), sha(2)]);
      await store.adoptSegments([sha(1)]);
      expect(bodies(await store.takePending(9))).toEqual(['Two']);
    });

    it('moves everything to a segment that is skipped', async () => {
      await store.applySegment(segment(1, [text(1, 'From there')]), PATIENCE);
      const { changes: _, ...known } = segment(2, [], [1]);
      await store.skipSegment(known, PATIENCE);
      expect((await store.listForeign()).map((row) => row.sha)).toEqual([sha(2)]);
      await store.adoptSegments([sha(2)]);
      expect(bodies(await store.takePending(9))).toEqual(['From there']);
    });

    it('saves counted misses', async () => {
      await store.applySegment(segment(1, [text(1, 'From there')]), PATIENCE);
      const rows = (await store.listForeign()).map((row) => ({ ...row, misses: 2 }));
      await store.saveForeign(rows);
      expect(await store.listForeign()).toEqual(rows);
    });

    it('gives waiting changes oldest first, so many, and once numbered no more', async () => {
      await create('First');
      await create('Second');
      await create('Third');
      expect(bodies(await store.takePending(2))).toEqual(['First', 'Second']);
      const taken = await store.takePending(2);
      await store.intendSegment(own(1), BYTES, taken);
      expect(bodies(await store.takePending(9))).toEqual(['Third']);
      expect(await store.countPending()).toBe(3);
    });

    it('never rewrites a change that was taken', async () => {
      const note = await create('Taken');
      await store.takePending(9);
      await edit(note.id, 'Edited later');
      expect(bodies(await store.takePending(9))).toEqual(['Taken', 'Edited later']);
    });

    it('numbers segments one behind the other', async () => {
      await create('First');
      await send(1);
      await create('Second');
      await create('Third');
      await send(2);
      const [first, second] = [await range(1), await range(2)];
      expect(second.from).toBeGreaterThan(first.to);
      expect(bodies(await store.loadNumbered(first.from, first.to))).toEqual(['First']);
      expect(bodies(await store.loadNumbered(first.from, second.to))).toEqual(['First', 'Second', 'Third']);
      expect(await store.countNumbered(second.from, second.to)).toBe(2);
    });

    it('keeps changes waiting, and bytes, until the segment is confirmed', async () => {
      await create('Sent');
      await store.intendSegment(own(1), BYTES, await store.takePending(9));
      expect(await store.countPending()).toBe(1);
      expect(await store.loadBytes(sha(1))).toEqual(BYTES);
      expect(await store.listOwn()).toMatchObject([{ sha: sha(1), state: 'intended', misses: 0 }]);
      await store.confirmSegment(sha(1));
      expect(await store.countPending()).toBe(0);
      expect(await store.loadBytes(sha(1))).toBeNull();
      expect(await store.listOwn()).toMatchObject([{ sha: sha(1), state: 'verified' }]);
      expect((await store.loadState()).isHeadStale).toBe(true);
    });

    it('settles only the changes of the confirmed segment', async () => {
      await create('First');
      await store.intendSegment(own(1), BYTES, await store.takePending(9));
      await create('Second');
      await store.confirmSegment(sha(1));
      expect(bodies(await store.takePending(9))).toEqual(['Second']);
    });

    it('no longer counts what was replaced while it was on its way', async () => {
      await store.applySegment(segment(9, [text(1, 'As it was')]), PATIENCE);
      const id = `note:${testId('n', 1)}`;
      await edit(id, 'First');
      await store.intendSegment(own(1), BYTES, await store.takePending(9));
      await edit(id, 'Second');
      await store.confirmSegment(sha(1));
      const { from, to } = await range(1);
      expect(await store.loadNumbered(from, to)).toEqual([]);
    });

    it('gives a segment without changes a place of its own', async () => {
      await create('First');
      await send(1);
      await store.intendSegment(own(2, { count: 0 }), BYTES, []);
      await store.confirmSegment(sha(2));
      await create('Second');
      await send(3);
      const { from, to } = await range(2);
      expect(from).toBeGreaterThan((await range(1)).to);
      expect(await store.loadNumbered(from, to)).toEqual([]);
    });

    it('dooms what a confirmed segment of ours replaces, not before', async () => {
      await create('First');
      await send(1);
      const numbered = await range(1);
      await store.intendSegment({ ...own(2, { replaces: [sha(1)] }), ...numbered }, BYTES, null);
      const states = async () => new Map((await store.listOwn()).map((row) => [row.sha, row.state]));
      expect((await states()).get(sha(1))).toBe('verified');
      await store.confirmSegment(sha(2));
      expect(await states()).toEqual(
        new Map([
          [sha(1), 'doomed'],
          [sha(2), 'verified'],
        ]),
      );
      expect(await range(2)).toEqual(numbered);
      await store.dropOwn(sha(1));
      expect([...(await states()).keys()]).toEqual([sha(2)]);
    });

    it('forgets an own segment with its bytes', async () => {
      await create('First');
      await store.intendSegment(own(1), BYTES, await store.takePending(9));
      await store.dropOwn(sha(1));
      expect(await store.listOwn()).toEqual([]);
      expect(await store.loadBytes(sha(1))).toBeNull();
    });

    it('saves counted misses of own segments', async () => {
      await create('First');
      await send(1);
      const rows = (await store.listOwn()).map((row) => ({ ...row, misses: 1 }));
      await store.saveOwn(rows);
      expect(await store.listOwn()).toEqual(rows);
    });

    it('gives states of what it knows, and counts notes that are shown', async () => {
      const note = await create('Shown');
      const other = await create('Hidden');
      await write((writing) => hideIn(writing, other.id));
      const states = await store.loadStates([note.id, `note:${testId('n', 9)}`]);
      expect([...states.keys()]).toEqual([note.id]);
      expect(states.get(note.id)?.heads.map((head) => head.text)).toEqual(['Shown']);
      expect(await store.countNotes()).toBe(1);
    });

    it('takes a change of ours that comes from elsewhere for one that has left', async () => {
      const note = await create('Ours');
      const [head] = (await store.loadStates([note.id])).get(note.id)?.heads ?? [];
      const { i = '', t = 0 } = head ?? {};
      const copy: Change = { i, t, e: note.id, x: 'Ours', b: '', p: [] };
      await store.applySegment(segment(1, [copy]), PATIENCE);
      await edit(note.id, 'Edited');
      const edited = (await store.takePending(9)).find((change) => change.x === 'Edited');
      expect(edited?.p).toContain(i);
    });

    it('keeps and sends on fields that others wrote', async () => {
      await store.applySegment(segment(1, [text(1, 'From there'), field(2, 'tag:chips')]), PATIENCE);
      await store.adoptSegments([sha(1)]);
      expect(await store.takePending(9)).toEqual([text(1, 'From there'), field(2, 'tag:chips')]);
    });
  });
}
