/**
 * Worker, page and browser killed in the middle of writes, in Chromium: nothing that was confirmed is lost. The long form is
 * `npm run test:kills`. `SIDELIGHT_SEED` draws the same kills again.
 */
import { expect, it } from 'vitest';
import { runKills } from '@/tests/kills/run-kills';
import { BROWSERS } from './browser';

const KILLS = 6;
/** On a machine that is busy with others. What does not go on at all is said sooner, by the step that waits for it. */
const LIMIT_MS = 120_000;
const seed = Number(process.env.SIDELIGHT_SEED ?? Date.now() % 1_000_000);

// Firefox's driver can end neither its event page nor a page as a crash does.
it.runIf(BROWSERS.includes('chromium'))(
  `${KILLS} kills lose no confirmed note, seed ${seed}`,
  { timeout: LIMIT_MS },
  async () => {
    const { rows, faults, server } = await runKills(seed, KILLS, () => {});
    expect(faults).toEqual([]);
    expect(server.torn).toBe(0);
    const confirmed = Object.values(rows).reduce((sum, row) => sum + row['confirmed notes'], 0);
    // Otherwise nothing was written that could have been lost.
    expect(confirmed).toBeGreaterThan(KILLS);
  },
);
