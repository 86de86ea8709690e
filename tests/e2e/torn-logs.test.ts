/**
 * Chromium goes on in its logs after a crash, also where that left something broken at their end, and passes over what was stored next when it
 * reads them again, or throws all of it away. What a reader was told is kept is there all the same.
 */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { until } from '@/scripts/drive/launch';
import type { Act, Told } from '@/tests/kills/page';
import { CUT_RECORD, Profile } from '@/tests/kills/profile';
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

it.runIf(BROWSERS.includes('chromium')).each([
  ['zeros, as where the power fails', new Uint8Array(5_000)],
  ['a record that was cut', CUT_RECORD],
])(
  'a note that was written after a crash is still there after the next one: %s at the end of the databases',
  { timeout: LIMIT_MS },
  async (_, end) => {
    await writeAndCrash('n1');
    profile.tearDatabases(end);
    await profile.open();
    await until('a new log', async () => !profile.isTorn);
    await writeAndCrash('n2');
    expect((await listKeys()).toSorted()).toEqual(['n1', 'n2']);
  },
);
