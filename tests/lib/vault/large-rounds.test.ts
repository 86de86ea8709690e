/** Rounds of more than one file holds: what is sent can be read by others. */
import { expect, it } from 'vitest';
import { createNote } from '@/lib/notes/write-note';
import { webCodec } from '@/lib/sync/codec';
import { readSegmentName } from '@/lib/sync/names';
import { readSegment, SEGMENT_LIMITS } from '@/lib/sync/segment';
import { createDexieStore } from '@/lib/vault/dexie-store';
import { makeDraft } from '@/tests/builders';
import { bound, click, createMapRemote, enter, filesOf, layVaultBed } from '@/tests/vault';

layVaultBed();

const hex = (n: number) => n.toString(16).padStart(32, '0');
const id = (n: number) => n.toString(36).padStart(16, 'A');

it('a rescue of more than 1,800 segments writes what others can read', async () => {
  const remote = createMapRemote();
  await enter(remote);
  await click(remote);
  const store = createDexieStore();
  const shas: string[] = [];
  for (let n = 1; n <= 1_801; n += 1) {
    const change = { i: id(n), t: n, e: `note:${id(n)}`, x: `text ${n}`, b: '', p: [] };
    await store.applySegment({ sha: hex(n), replica: 'ab'.repeat(8), replaces: [], changes: [change] }, 3);
    shas.push(hex(n));
  }
  await store.adoptSegments(shas);
  const before = new Set(filesOf(remote, /\.seg$/));
  expect((await click(remote)).state).toBe('done');
  expect(await store.countPending()).toBe(0); // counted as safe
  for (const path of filesOf(remote, /\.seg$/).filter((name) => !before.has(name))) {
    const sha = readSegmentName(path.split('/').at(-1) ?? '') ?? '';
    const reading = await readSegment(sha, remote.files.get(path) ?? new Uint8Array(), [], webCodec);
    expect(reading.ok ? 'ok' : reading.reason).toBe('ok');
  }
}, 60_000);

it('a segment of ours is never longer than what is read', async () => {
  const remote = bound(createMapRemote());
  await enter(remote);
  await click(remote);
  // 21 long notes of letters that pack badly (such as data in base32768), one round.
  for (let n = 0; n < 21; n += 1) {
    let body = '';
    while (body.length < 99_000)
      body += String.fromCharCode(
        ...crypto.getRandomValues(new Uint16Array(9_000)).map((c) => 0x3400 + (c % 0x9f00)),
      );
    await createNote(makeDraft({ body }));
  }
  const first = await click(remote);
  const second = await click(remote);
  const largest = Math.max(
    ...filesOf(remote, /\.seg$/).map((name) => remote.files.get(name)?.byteLength ?? 0),
  );
  expect({ first: first.code, second: second.code, tooLong: largest > SEGMENT_LIMITS.fileBytes }).toEqual({
    first: null,
    second: null,
    tooLong: false,
  });
}, 120_000);
