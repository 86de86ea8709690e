import { describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { saveMeta } from '@/lib/db/meta';
import { listRounds } from '@/lib/db/rounds';
import { AppError } from '@/lib/model/app-error';
import { createNote } from '@/lib/notes/write-note';
import { toNotesKey } from '@/lib/page/notes-key';
import { loadProgress, PROGRESS_KEY } from '@/lib/vault/progress';
import { clearStaleProgress, runDueRound } from '@/lib/vault/run-round';
import { loadSchedule, pause, resume } from '@/lib/vault/schedule';
import { stopRounds } from '@/lib/vault/stop-rounds';
import { makeDraft, makeTarget } from '@/tests/builders';
import { takeStore } from '@/tests/stored';
import {
  click,
  createMapRemote,
  due,
  enter,
  grant,
  layVaultBed,
  type MapRemote,
  MINUTE,
} from '@/tests/vault';

layVaultBed();

describe('rounds by themselves', () => {
  it('stop at what only the reader can mend, and go on after a click', async () => {
    let denies = false;
    const remote = createMapRemote(() => {
      if (denies) throw new AppError('remote-denied', { detail: 'PROPFIND' });
    });
    await createNote(makeDraft());
    await enter(remote);
    await click(remote);
    denies = true;
    expect(await due(remote, 'edit')).toMatchObject({ state: 'failed', code: 'remote-denied' });
    const asked = remote.requests.length;
    expect(await due(remote, 'alarm', Date.now() + 24 * 60 * MINUTE)).toBeNull();
    expect(remote.requests).toHaveLength(asked);
    denies = false;
    expect(await click(remote)).toMatchObject({ state: 'done' });
    expect(await due(remote, 'edit')).toMatchObject({ state: 'done' });
  });

  it('wait longer after each failure that may pass, and not at all for a network that is back', async () => {
    let isAway = false;
    const remote = createMapRemote(() => {
      if (isAway) throw new AppError('remote-unreachable', { retryable: true });
    });
    await enter(remote);
    await click(remote);
    isAway = true;
    for (const [failures, longest] of [
      [1, MINUTE],
      [2, 2 * MINUTE],
      [3, 4 * MINUTE],
    ] as const) {
      expect(await due(remote, 'edit', Date.now() + 60 * MINUTE)).toMatchObject({
        code: 'remote-unreachable',
      });
      const schedule = await loadSchedule();
      expect(schedule.failures).toBe(failures);
      expect((schedule.nextAt ?? 0) - Date.now()).toBeLessThanOrEqual(longest);
      expect(await due(remote, 'edit')).toBeNull();
    }
    isAway = false;
    expect(await due(remote, 'online')).toMatchObject({ state: 'done' });
    expect(await loadSchedule()).toMatchObject({ failures: 0 });
  });

  it('notice a permission that was taken back, before any request, and one that is back', async () => {
    const remote = createMapRemote();
    await enter(remote);
    await click(remote);
    const asked = remote.requests.length;
    grant(false);
    expect(await due(remote, 'edit')).toMatchObject({ code: 'remote-permission' });
    expect(await due(remote, 'edit')).toBeNull();
    expect(remote.requests).toHaveLength(asked);
    grant(true);
    expect(await due(remote, 'alarm')).toMatchObject({ state: 'done' });
  });

  it('do not begin while the reader has paused, but a click still makes one', async () => {
    const remote = createMapRemote();
    await enter(remote);
    await pause();
    for (const trigger of ['edit', 'alarm', 'start', 'online'] as const)
      expect(await due(remote, trigger)).toBeNull();
    expect(await click(remote)).toMatchObject({ state: 'done' });
    expect((await loadSchedule()).isPaused).toBe(true);
    await resume();
    expect(await due(remote, 'edit')).toMatchObject({ state: 'done' });
  });

  it('do not begin offline, and on a metered line only every half hour', async () => {
    const remote = createMapRemote();
    await enter(remote);
    await click(remote);
    const open = () => remote;
    const now = Date.now();
    const tryAt = (nowMs: number, net: { isOffline: boolean; isMetered: boolean }) =>
      runDueRound('edit', { network: net, nowMs, open });
    expect(await tryAt(now, { isOffline: true, isMetered: false })).toBeNull();
    expect(await tryAt(now + 29 * MINUTE, { isOffline: false, isMetered: true })).toBeNull();
    expect(await tryAt(now + 31 * MINUTE, { isOffline: false, isMetered: true })).toMatchObject({
      state: 'done',
    });
  });

  it('are one at a time', async () => {
    const remote = createMapRemote();
    await enter(remote);
    const rows = await Promise.all([click(remote), due(remote, 'edit'), due(remote, 'alarm')]);
    expect(rows.filter((row) => row !== null)).toHaveLength(1);
    expect(await listRounds()).toHaveLength(1);
  });

  it('tell pages of the notes that came in, also where the round failed after that, or its worker was ended', async () => {
    const key = toNotesKey(new URL(makeTarget().canonical).hostname);
    const told = async () => (await browser.storage.local.get(key))[key];
    let isFull = false;
    const remote = createMapRemote((request) => {
      if (isFull && request.startsWith('put')) throw new AppError('remote-full');
    });
    await enter(remote);
    await createNote(makeDraft({ target: makeTarget() }));
    await click(remote);
    await takeStore();
    await enter(remote);
    await createNote(makeDraft());
    isFull = true;
    expect(await click(remote)).toMatchObject({ state: 'failed', code: 'remote-full' });
    expect(await told()).toMatchObject({ pages: [expect.any(Number)] });

    await browser.storage.local.clear();
    await saveMeta(PROGRESS_KEY, { startedAt: 0, progress: { phase: 'apply', done: 0, total: 1 } });
    await clearStaleProgress();
    expect(await told()).toMatchObject({ pages: [expect.any(Number)] });
    expect(await loadProgress()).toBeNull();
  });

  it('stop when the reader says so, and say so', async () => {
    const remote = createMapRemote();
    await createNote(makeDraft());
    await enter(remote);
    const slow: MapRemote = {
      ...remote,
      list: (_folder, options) =>
        new Promise((_, reject) => {
          options?.signal?.addEventListener('abort', () => reject(options.signal?.reason));
          stopRounds();
        }),
    };
    expect(await click(slow)).toMatchObject({ state: 'stopped', code: null });
    expect(await click(remote)).toMatchObject({ state: 'done' });
  });
});

describe('the history', () => {
  it('holds code and detail of a failure and nothing that could be secret', async () => {
    let breaks = false;
    const remote = createMapRemote(() => {
      if (breaks) throw new Error('https://reader:geheim-7319@cloud.example/notes/ refused');
    });
    await createNote(makeDraft());
    await enter(remote, 'plum ladder sixty');
    breaks = true;
    expect(await click(remote)).toMatchObject({ state: 'failed', code: 'unexpected', detail: '' });
    expect(JSON.stringify(await listRounds())).not.toMatch(/geheim|cloud\.example/);
  });
});
