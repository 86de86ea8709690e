/** What a store promises of what is sent: changes that wait, their numbers, own segments until they are replaced. */
import { testId } from '@/tests/builders';
import { BYTES, bodies, own, PATIENCE, type StoreCase, segment, sha, text } from './bench';

/** Each promise, tried. */
export const SENT_CASES: StoreCase[] = [
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
];
