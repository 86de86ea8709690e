/** Full disks, wrong clocks and edits at the wrong moment. */
import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { DATABASES } from '@/lib/db/database';
import { listRounds } from '@/lib/db/rounds';
import { createNote } from '@/lib/notes/write-note';
import { webCodec } from '@/lib/sync/codec';
import { toFolder, toSegmentName } from '@/lib/sync/names';
import { writeSegment } from '@/lib/sync/segment';
import type { Connection } from '@/lib/vault/connection';
import { createDexieStore } from '@/lib/vault/dexie-store';
import { PROGRESS_KEY } from '@/lib/vault/progress';
import { EDIT_ALARM, startEditAlarm } from '@/lib/vault/round-alarm';
import { isDue } from '@/lib/vault/schedule';
import { makeDraft } from '@/tests/builders';
import { click, createMapRemote, enter, layVaultBed, network, server } from '@/tests/vault';

layVaultBed();

it('where a new connection fails to be kept, the old one is as it was', async () => {
  const home = createMapRemote();
  await enter(home);
  await click(home);
  const onSecret = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  DATABASES.own.secrets.hook('updating', onSecret);
  DATABASES.own.secrets.hook('creating', onSecret);
  await expect(
    enter(createMapRemote(), null, { ...server, url: 'https://other.example/' } as Connection),
  ).rejects.toMatchObject({ code: 'database-full' });
  DATABASES.own.secrets.hook('updating').unsubscribe(onSecret);
  DATABASES.own.secrets.hook('creating').unsubscribe(onSecret);
  expect((await click(home)).code).toBe(null);
});

it('a round whose progress cannot be shown is a round all the same', async () => {
  const remote = createMapRemote();
  await enter(remote);
  await createNote(makeDraft());
  const put = DATABASES.own.meta.put.bind(DATABASES.own.meta);
  const putting = vi.spyOn(DATABASES.own.meta, 'put').mockImplementation((row, ...rest) => {
    if (row.key === PROGRESS_KEY) throw new DOMException('full', 'QuotaExceededError');
    return put(row, ...rest);
  });
  const row = await click(remote);
  putting.mockRestore();
  expect(row).toMatchObject({ state: 'done', code: null });
  expect(await listRounds()).toMatchObject([{ state: 'done' }]);
});

it('after a clock that was years ahead has been set right, rounds begin by themselves again', () => {
  const nowMs = Date.UTC(2026, 10, 24);
  const wrongMs = Date.UTC(2099, 0, 1);
  const schedule = {
    isPaused: false,
    failures: 0,
    waitsFor: null,
    lastAt: wrongMs,
    nextAt: wrongMs + 300_000,
  };
  expect(isDue(schedule, 'alarm', nowMs, network)).toBe(true);
});

it('and on a metered line', () => {
  const nowMs = Date.UTC(2026, 10, 24);
  const wrongMs = Date.UTC(2099, 0, 1);
  const schedule = { isPaused: false, failures: 0, waitsFor: null, lastAt: wrongMs, nextAt: null };
  expect(isDue(schedule, 'edit', nowMs, { isOffline: false, isMetered: true })).toBe(true);
});

it('a segment with a change that we cannot read is told of', async () => {
  const remote = createMapRemote();
  await enter(remote);
  await click(remote);
  const replica = 'ab'.repeat(8);
  const changes = [
    { i: 'AAAAAAAAAAAAAAAA', t: 1, e: 'note:AAAAAAAAAAAAAAAA', x: 'x'.repeat(100_001), b: '', p: [] },
  ];
  const { sha, bytes } = await writeSegment({ replica, changes, replaces: [], closed: false }, [], webCodec);
  remote.files.set(`${toFolder(replica)}/${toSegmentName(sha)}`, bytes);
  remote.files.set(`${replica}.1.${'1'.repeat(16)}.head`, new Uint8Array(1));
  const row = await click(remote);
  expect(row.report?.unusable.invalid).toBe(1);
});

it('the alarm of an edit that came in during a round still stands after it', async () => {
  let edit: Promise<unknown> | null = null;
  const remote = createMapRemote((request) => {
    if (/^put .*\.head$/.test(request))
      edit ??= createNote(makeDraft({ body: 'late' })).then(() => startEditAlarm());
  });
  await enter(remote);
  await createNote(makeDraft({ body: 'early' }));
  const open = {
    ...remote,
    async list(folder: string) {
      return remote.list(folder);
    },
    async delete(path: string) {
      await edit;
      return remote.delete(path);
    },
    async get(path: string, o: never) {
      await edit;
      return remote.get(path, o);
    },
  };
  await click(open as never);
  await edit;
  expect(await createDexieStore().countPending()).toBeGreaterThan(0);
  expect(await browser.alarms.get(EDIT_ALARM)).toBeTruthy();
});
