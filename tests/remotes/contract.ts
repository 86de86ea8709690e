/**
 * What every remote must do, as one suite: run against each of them on a real server. The blocks are the rows
 * of the table that `npm run test:remotes` prints.
 */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toAppError } from '@/lib/model/app-error';
import { toDocumentName, toFolder, toHeadName, toSegmentName } from '@/lib/sync/names';
import type { Remote } from '@/lib/sync/remote';
import type { Fetch } from '@/lib/sync/remotes/http';

/** A remote on a server of its own. */
export type StartedRemote = {
  remote: Remote;
  /** The next put loses its connection after so many bytes; left out where nothing can. */
  tear?: (afterBytes: number) => void;
  /**
   * What the server itself does wrong, and no vault of ours meets: it lists no folder that holds only folders; it
   * breaks off when asked for a range of a file without bytes.
   */
  flaws?: readonly ('hides folders of folders' | 'breaks off on a range of nothing')[];
  close(): Promise<void>;
};

declare module 'vitest' {
  interface TaskMeta {
    /** What a test measured, for the table. */
    measured?: string;
  }
}

const MOST = 1024 * 1024;

/** Most that a quiet round may cost at 50 replicas: head and body of the answer. */
const QUIET_BYTES = 20 * 1024;

/**
 * The suite for one remote. `start` gets a `fetch` to send through, by which requests and bytes are counted; a
 * remote that has no use for one leaves it.
 */
export function describeRemote(name: string, start: (fetch: Fetch) => Promise<StartedRemote>): void {
  describe(name, () => {
    const traffic = { requests: 0, bytes: 0 };
    let started: StartedRemote;
    let remote: Remote;

    beforeAll(async () => {
      started = await start(countInto(traffic));
      remote = started.remote;
    });
    afterAll(() => started?.close());

    describe('list', () => {
      it('finds nothing in a vault that is not there yet', async () => {
        expect(await remote.list('')).toEqual([]);
        expect(await remote.list('s')).toEqual([]);
        expect(await remote.list(toFolder('0123456789abcdef'))).toEqual([]);
      });

      it('finds what was just written, 100 times', async () => {
        const replica = makeReplica('fresh');
        const written: string[] = [];
        for (let index = 0; index < 100; index++) {
          const bytes = makeBytes(index + 1);
          const segment = toName(bytes);
          written.push(segment);
          await remote.put(`${toFolder(replica)}/${segment}`, bytes);
          const listed = await remote.list(toFolder(replica));
          expect(listed.map((entry) => entry.name)).toContain(segment);
        }
        expect(names(await remote.list(toFolder(replica)))).toEqual(written.toSorted());
      });

      it('finds 300 files with their sizes', async () => {
        const folder = toFolder(makeReplica('many'));
        const files = Array.from({ length: 300 }, (_, index) => makeBytes(index, 300 + index));
        for (let from = 0; from < files.length; from += 10)
          await Promise.all(
            files.slice(from, from + 10).map((bytes) => remote.put(`${folder}/${toName(bytes)}`, bytes)),
          );
        const listed = new Map((await remote.list(folder)).map((entry) => [entry.name, entry]));
        expect(listed.size).toBe(300);
        for (const bytes of files)
          expect(listed.get(toName(bytes))).toEqual({
            name: toName(bytes),
            isFolder: false,
            size: bytes.length,
          });
      });

      it('tells folders from files, and looks no deeper than asked', async () => {
        const replica = makeReplica('deep');
        await remote.put(`${toFolder(replica)}/${toSegmentName('d'.repeat(32))}`, makeBytes(1, 10));
        const root = await remote.list('');
        const found = root.find((entry) => entry.name === 's');
        if (!started.flaws?.includes('hides folders of folders'))
          expect(found).toEqual({ name: 's', isFolder: true, size: null });
        expect(root.filter((entry) => entry.name.endsWith('.seg'))).toEqual([]);
        expect((await remote.list('s')).find((entry) => entry.name === replica)?.isFolder).toBe(true);
      });
    });

    describe('put', () => {
      it.each([
        ['a vault file', toDocumentName('vault', 'a'.repeat(32)), 120],
        ['a key file', toDocumentName('key', 'b'.repeat(32)), 400],
        ['a head without bytes', toHeadName(makeReplica('head'), 7, 'c'.repeat(16)), 0],
        ['a small segment', `${toFolder(makeReplica('small'))}/${toSegmentName('1'.repeat(32))}`, 700],
        ['a large segment', `${toFolder(makeReplica('large'))}/${toSegmentName('2'.repeat(32))}`, 512 * 1024],
      ])('writes %s that comes back byte by byte', async (_kind, path, length) => {
        const bytes = makeBytes(length, length);
        await remote.put(path, bytes);
        expect(await remote.get(path, { most: MOST })).toEqual(bytes);
      });

      it('writes the same again without harm', async () => {
        const path = `${toFolder(makeReplica('again'))}/${toSegmentName('3'.repeat(32))}`;
        const bytes = makeBytes(3, 5_000);
        await remote.put(path, bytes);
        await remote.put(path, bytes);
        expect(await remote.get(path, { most: MOST })).toEqual(bytes);
      });

      it('leaves the bytes it was given as they are', async () => {
        const whole = makeBytes(4, 3_000);
        const path = `${toFolder(makeReplica('view'))}/${toSegmentName('4'.repeat(32))}`;
        await remote.put(path, whole.subarray(1_000, 2_000));
        expect(await remote.get(path, { most: MOST })).toEqual(whole.slice(1_000, 2_000));
        expect(whole).toEqual(makeBytes(4, 3_000));
      });
    });

    describe('get', () => {
      it('gives null for a file, or a folder, that is not there', async () => {
        expect(await remote.get(toDocumentName('vault', 'f'.repeat(32)), { most: MOST })).toBeNull();
        const path = `${toFolder('ffffffffffffffff')}/${toSegmentName('f'.repeat(32))}`;
        expect(await remote.get(path, { most: MOST })).toBeNull();
      });

      it('refuses a file of more bytes than may be read, and gives one of just as many', async () => {
        const path = `${toFolder(makeReplica('most'))}/${toSegmentName('5'.repeat(32))}`;
        await remote.put(path, makeBytes(5, 10_000));
        expect(await codeOf(remote.get(path, { most: 9_999 }))).toBe('remote-too-large');
        expect((await remote.get(path, { most: 10_000 }))?.length).toBe(10_000);
      });

      it('stops when told to, with the reason it was given', async () => {
        const path = `${toFolder(makeReplica('stop'))}/${toSegmentName('6'.repeat(32))}`;
        await remote.put(path, makeBytes(6, 100));
        const stopped = AbortSignal.abort(new Error('stopped by the reader'));
        const said = 'stopped by the reader';
        await expect(remote.get(path, { most: MOST, signal: stopped })).rejects.toThrow(said);
        await expect(remote.list('', { signal: stopped })).rejects.toThrow(said);
        await expect(remote.put(path, makeBytes(6, 100), { signal: stopped })).rejects.toThrow(said);
        await expect(remote.delete(path, { signal: stopped })).rejects.toThrow(said);
        expect((await remote.get(path, { most: MOST }))?.length).toBe(100);
      });
    });

    describe('range', () => {
      it.each([
        [4_096, 100_000],
        [4_096, 4_096],
        [4_096, 500],
        [4_096, 0],
        [1, 2],
      ])('gives at least the first %i bytes of %i', async (first, length) => {
        const path = `${toFolder(makeReplica('range'))}/${toSegmentName(length.toString(16).padStart(32, '7'))}`;
        const bytes = makeBytes(7, length);
        await remote.put(path, bytes);
        if (length === 0 && started.flaws?.includes('breaks off on a range of nothing')) return;
        const got = await remote.get(path, { most: MOST, first });
        expect(got?.length).toBeGreaterThanOrEqual(Math.min(first, length));
        expect(got).toEqual(bytes.slice(0, got?.length));
      });

      it('gives null for a file that is not there', async () => {
        const path = `${toFolder(makeReplica('range'))}/${toSegmentName('e'.repeat(32))}`;
        expect(await remote.get(path, { most: MOST, first: 100 })).toBeNull();
      });
    });

    describe('delete', () => {
      it('removes one file and no other', async () => {
        const folder = toFolder(makeReplica('delete'));
        const [first, second] = [toSegmentName('8'.repeat(32)), toSegmentName('9'.repeat(32))];
        await remote.put(`${folder}/${first}`, makeBytes(8, 100));
        await remote.put(`${folder}/${second}`, makeBytes(9, 100));
        await remote.delete(`${folder}/${first}`);
        expect(await remote.get(`${folder}/${first}`, { most: MOST })).toBeNull();
        expect(names(await remote.list(folder))).toEqual([second]);
      });

      it('finds a file removed that is not there', async () => {
        await remote.delete(toDocumentName('key', '0'.repeat(32)));
        await remote.delete(`${toFolder('eeeeeeeeeeeeeeee')}/${toSegmentName('0'.repeat(32))}`);
        expect(await remote.list(toFolder('eeeeeeeeeeeeeeee'))).toEqual([]);
      });
    });

    describe('cut put', () => {
      it.for([300, 20_000, 200_000])(
        'leaves nothing, or a torso, when lost after %i bytes',
        async (after, { skip, task }) => {
          const { tear } = started;
          if (!tear) return skip('nothing can cut this remote');
          const folder = toFolder(makeReplica(`cut ${after}`));
          const bytes = makeBytes(after, 400_000);
          const path = `${folder}/${toName(bytes)}`;
          await remote.put(`${folder}/${toSegmentName('a'.repeat(32))}`, makeBytes(1, 10));
          tear(after);
          expect(await codeOf(remote.put(path, bytes))).toBe('remote-unreachable');
          // Some servers notice only now, and move or remove what they got.
          await new Promise((resolve) => setTimeout(resolve, 300));
          const left = await remote.get(path, { most: MOST });
          const listed = (await remote.list(folder)).find((entry) => entry.name === toName(bytes));
          task.meta.measured = left === null && !listed ? 'absent' : 'torn';
          expect(left === null || !sameBytes(left, bytes)).toBe(true);
          expect(listed?.size).not.toBe(bytes.length);

          await remote.put(path, bytes);
          expect(await remote.get(path, { most: MOST })).toEqual(bytes);
          expect(names(await remote.list(folder))).toEqual(
            [toName(bytes), toSegmentName('a'.repeat(32))].toSorted(),
          );
        },
      );
    });

    describe('races', () => {
      it('keeps all that two replicas write at once, folders and all', async () => {
        const replicas = [makeReplica('one'), makeReplica('two')];
        const write = async (replica: string) => {
          for (let index = 0; index < 10; index++) {
            await remote.put(
              `${toFolder(replica)}/${toSegmentName(hash(`${replica} ${index}`))}`,
              makeBytes(index, 2_000),
            );
            await remote.put(toHeadName(replica, index, hash(`${index}`).slice(0, 16)), makeBytes(index, 20));
          }
        };
        await Promise.all(replicas.map(write));
        const root = names(await remote.list(''));
        for (const replica of replicas) {
          expect((await remote.list(toFolder(replica))).length).toBe(10);
          expect(root.filter((head) => head.startsWith(replica)).length).toBe(10);
        }
      });

      it('makes a folder that several want at once', async () => {
        const folder = toFolder(makeReplica('wanted'));
        const segments = Array.from({ length: 6 }, (_, index) => makeBytes(index, 300 + index));
        await Promise.all(segments.map((bytes) => remote.put(`${folder}/${toName(bytes)}`, bytes)));
        expect(names(await remote.list(folder))).toEqual(segments.map(toName).toSorted());
      });
    });
  });

  describe(name, () => {
    const traffic = { requests: 0, bytes: 0 };
    let started: StartedRemote;
    beforeAll(async () => {
      started = await start(countInto(traffic));
    });
    afterAll(() => started?.close());

    describe('quiet listing', () => {
      it(`is one request of at most ${QUIET_BYTES} bytes at 50 replicas`, async ({ skip, task }) => {
        const { remote } = started;
        const replicas = Array.from({ length: 50 }, (_, index) => makeReplica(`quiet ${index}`));
        await remote.put(toDocumentName('vault', hash('vault')), makeBytes(1, 120));
        await remote.put(toDocumentName('key', hash('key')), makeBytes(1, 300));
        await remote.put(
          `${toFolder(makeReplica('quiet 0'))}/${toSegmentName(hash('segment'))}`,
          makeBytes(1, 10),
        );
        for (const [index, replica] of replicas.entries())
          await remote.put(toHeadName(replica, 40_000 + index, hash(replica).slice(0, 16)), makeBytes(1, 50));
        if (traffic.requests === 0) return skip('no requests are sent');
        Object.assign(traffic, { requests: 0, bytes: 0 });
        expect((await remote.list('')).filter((entry) => !entry.isFolder).length).toBe(52);
        task.meta.measured = `${traffic.bytes} B`;
        expect(traffic.requests).toBe(1);
        expect(traffic.bytes).toBeLessThanOrEqual(QUIET_BYTES);
      });
    });
  });
}

/** A `fetch` that counts requests, and the bytes of the answers with their heads. */
function countInto(traffic: { requests: number; bytes: number }): Fetch {
  return async (url, init) => {
    traffic.requests++;
    const response = await fetch(url, init);
    for (const [header, value] of response.headers) traffic.bytes += header.length + value.length + 4;
    if (!response.body) return response;
    const count = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        traffic.bytes += chunk.length;
        controller.enqueue(chunk);
      },
    });
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(count), { status, statusText, headers });
  };
}

/** Bytes that look random, the same for the same seed. */
function makeBytes(seed: number, length = 1_000): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let state = seed * 2_654_435_761 + 1;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}

const hash = (of: string | Uint8Array) => createHash('sha256').update(of).digest('hex').slice(0, 32);

/** A replica's id of its own for each purpose. */
const makeReplica = (purpose: string) => hash(purpose).slice(0, 16);

const toName = (bytes: Uint8Array) => toSegmentName(hash(bytes));

const names = (entries: { name: string }[]) => entries.map((entry) => entry.name).toSorted();

const sameBytes = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0;

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return await promise.then(
    () => 'nothing thrown',
    (thrown) => toAppError(thrown).code,
  );
}
