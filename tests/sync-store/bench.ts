/** What a case of a store is, and with what it is tried: a fresh store, segments and changes made for it. */
import type { NoteWriting } from '@/lib/db/write-notes';
import type { Change } from '@/lib/model/note';
import { createIn, editIn } from '@/lib/notes/edit-in';
import type { OwnSegment, SyncStore } from '@/lib/sync/store';
import { makeDraft, testId } from '@/tests/builders';

/** A store to be tested, and the writing of notes into it. */
export type OpenStore = {
  store: SyncStore;
  write: <T>(work: (writing: NoteWriting) => Promise<T>) => Promise<T>;
};

/** The peer. */
export const REPLICA = 'a'.repeat(16);
/** After how many misses its segment counts as lost. */
export const PATIENCE = 3;

/** A readable hash: `sha(7)` ends with 7. */
export function sha(number: number): string {
  return String(number).padStart(32, '0');
}

/** A segment of the peer, as a round has read it. */
export function segment(number: number, changes: Change[], replaces: number[] = []) {
  return { sha: sha(number), replica: REPLICA, size: 100, replaces: replaces.map(sha), changes };
}

/** A text of the one note, written by a peer. */
export function text(number: number, x: string, p: string[] = []): Change {
  return { i: testId('c', number), t: number, e: `note:${testId('n', 1)}`, x, b: '', p };
}

/** A field of the one note, set by a peer. */
export function field(number: number, name: string, value = true): Change {
  return { i: testId('c', number), t: number, e: `note:${testId('n', 1)}`, f: { [name]: value } };
}

/** A segment of ours that is to be sent. */
export function own(number: number, part: Partial<OwnSegment> = {}) {
  const { folder = `s/${REPLICA}`, size = 9, count = 1, replaces = [] } = part;
  return { sha: sha(number), folder, size, count, replaces };
}

/** What is sent of a segment. */
export const BYTES = new Uint8Array([1, 2, 3]);

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

/** The texts that changes carry. */
export function bodies(changes: Change[]) {
  return changes.map((change) => change.x);
}
