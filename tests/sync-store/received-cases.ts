/** What a store promises of what came from elsewhere: states, peers, segments applied, lost and adopted. */
import type { Change } from '@/lib/model/note';
import { hideIn } from '@/lib/notes/edit-in';
import { testId } from '@/tests/builders';
import { bodies, field, PATIENCE, REPLICA, type StoreCase, segment, sha, text } from './bench';

/** Each promise, tried. */
export const RECEIVED_CASES: StoreCase[] = [
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
