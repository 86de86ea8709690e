/**
 * Chromium goes on in its logs after a crash, also where that left something broken at their end, and then passes over what was stored next. What a
 * reader was told is kept is there all the same. The kills of kills.test.ts seldom leave such an end.
 */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Act, Told } from '@/tests/kills/page';
import { Profile } from '@/tests/kills/profile';
import { BROWSERS } from './browser';

declare const kills: typeof import('@/tests/kills/page');

const LIMIT_MS = 60_000;
let profile: Profile;
let told: Told[] = [];
beforeEach(async () => {
  told = [];
  profile = await Profile.create((one) => told.push(one));
});
afterEach(() => profile.close());

/** Writes a note, which is confirmed, and kills the browser. */
async function writeAndCrash(key: string): Promise<void> {
  const act: Act = { number: told.length, does: 'create', wording: { key, act: 1, letters: 40 } };
  await profile.ask('a note', (act) => kills.run([[act]], {}), act);
  expect(told.at(-1)).toMatchObject({ state: 'done' });
  await profile.kill('browser');
}

const listKeys = async () =>
  (await profile.ask('what is stored', () => kills.inspect())).found.map(({ key }) => key);

it.runIf(BROWSERS.includes('chromium'))(
  'a note that was written after a crash comes back when the database is lost',
  { timeout: LIMIT_MS },
  async () => {
    await writeAndCrash('n1');
    // Its file lies behind the record that the first crash cut.
    await writeAndCrash('n2');
    await profile.open();
    await profile.kill('wiped');
    expect(await listKeys()).toEqual([]);
    expect(await profile.ask('what is restored', () => kills.restoreAll())).toBe(2);
    expect((await listKeys()).toSorted()).toEqual(['n1', 'n2']);
  },
);

it.runIf(BROWSERS.includes('chromium'))(
  'a note that the database has lost without a word is put back',
  { timeout: LIMIT_MS },
  async () => {
    await writeAndCrash('n1');
    profile.tear('databases');
    await writeAndCrash('n2');
    // Where a record reaches into the next block, Chromium sees it, and throws all away.
    const left = await listKeys();
    expect(left).not.toContain('n2');
    const recovered = await profile.ask('what is recovered', () => kills.recover());
    const restored = await profile.ask('what is restored', () => kills.restoreAll());
    expect([recovered, restored]).toEqual(left.length === 0 ? [0, 2] : [1, null]);
    expect((await listKeys()).toSorted()).toEqual(['n1', 'n2']);
  },
);
