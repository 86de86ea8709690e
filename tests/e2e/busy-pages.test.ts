/** Pages that are long or never rest, in both browsers: they are painted, and have the browser to themselves. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '@/scripts/demo/serve';
import { type Driven, until } from '@/scripts/drive/launch';
import { restOn, waitForCard } from '@/scripts/drive/reader';
import { BROWSERS, freshProfile } from './browser';
import * as pages from './pages/busy-pages';
import { openPage, waitForPaint, watchFor, wordsOn } from './painted';

/** How long the turns and frames of a page that never rests are counted. */
const COUNT_MS = 1_000;

/** Of what it has by itself, a page keeps at least this share while it is read over and over. */
const LEFT_SHARE = 0.7;

let site: Served;
beforeAll(async () => {
  site = await serve(import.meta.dirname, {
    '/nodes.html': pages.MANY_NODES,
    '/bytes.html': pages.MANY_BYTES,
    '/endless.html': pages.ENDLESS,
    '/infinite.html': pages.INFINITE,
  });
});
afterAll(() => site.close());

describe.each(BROWSERS)('busy pages in %s', (name) => {
  let driven: Driven;
  /** The same browser without the extension: what the page does by itself. */
  let alone: Driven;
  beforeAll(async () => {
    driven = await freshProfile(name);
    alone = await freshProfile(name, { extension: false });
  });
  afterAll(async () => {
    await driven.close();
    await alone.close();
  });

  const open = async (path: string, where = driven) => (await openPage(where, `${site.origin}${path}`)).page;

  it('a page of 100,000 text nodes is painted to its end', async () => {
    const page = await open('/nodes.html');
    await waitForPaint(page, 200);
    await page.close();
  });

  it('a page of 5 MB is painted to its end, while its own timer goes on ticking', async () => {
    expect(Buffer.byteLength(pages.MANY_BYTES.body)).toBeGreaterThan(5 * 1024 * 1024);
    const page = await open('/bytes.html');
    await waitForPaint(page, pages.MANY_BYTES_MENTIONS);
    const whileRead = (await ticksOf(page)).filter(({ painted }) => painted < pages.MANY_BYTES_MENTIONS);
    await page.close();
    // Reading takes long enough for dozens of them; a reader that never gives way lets the page have one or two.
    expect(whileRead.filter(({ painted }) => painted > 0).length).toBeGreaterThan(10);

    const same = await open('/bytes.html', alone);
    await until('as many ticks', async () => (await ticksOf(same)).length >= whileRead.length);
    const byItself = longestWait(await ticksOf(same));
    await same.close();
    // One drawing of the whole page, for the first paint, is the longest that we cost.
    expect(longestWait(whileRead)).toBeLessThan(5 * Math.max(byItself, 100));
  });

  it('a page that never rests keeps its turns and frames, is painted meanwhile, and to its end when it rests', async () => {
    const page = await open('/endless.html');
    await until('the first paint', async () => (await wordsOn(page)).includes('Nvidia'));
    // Above all that is still to be read for the first time.
    await page.evaluate('bring()');
    await until('paint on what came late', async () => (await wordsOn(page)).includes('Ascend 950'));

    const same = await open('/endless.html', alone);
    // Side by side, so that whatever else the machine does slows both; and again, since it may slow one of them.
    await until('the share of turns and frames that is left to the page', async () => {
      const [read, byItself] = await Promise.all([countFor(page), countFor(same)]);
      return read.turns > LEFT_SHARE * byItself.turns && read.frames > LEFT_SHARE * byItself.frames;
    });
    await same.close();

    await page.evaluate('rest()');
    const isDone = async () =>
      (await wordsOn(page)).filter((word) => word === 'Huawei').length === pages.ENDLESS_MENTIONS;
    await until('paint on all that stands there at last', isDone, 15_000);
    await page.close();
  });

  it('what an endless list brings as the reader scrolls is painted, batch after batch, and opens its card', async () => {
    const page = await open('/infinite.html');
    const batches = () => page.evaluate('batches') as Promise<number>;
    await page.mouse.move(400, 400);
    for (let turn = 0; turn < 4; turn += 1) {
      const before = await batches();
      await until('the next batch', async () => {
        await page.mouse.wheel({ deltaY: 1_500 });
        return (await batches()) > before;
      });
      await until('paint on it', async () => (await wordsOn(page)).length === (await batches()));
    }
    await restOn(page, 'Huawei', (await batches()) - 1);
    await waitForCard(page, /^Huawei/);
    await page.close();
  });
});

type Tick = { waitedMs: number; painted: number };

async function ticksOf(page: Page): Promise<Tick[]> {
  return (await page.evaluate('ticks')) as Tick[];
}

function longestWait(ticks: readonly Tick[]): number {
  return Math.max(...ticks.map(({ waitedMs }) => waitedMs));
}

/** Turns that the page's timer had, and frames that it was drawn in, over the next while. */
async function countFor(page: Page): Promise<{ turns: number; frames: number }> {
  const count = () =>
    page.evaluate('({ turns: turn, frames })') as Promise<{ turns: number; frames: number }>;
  const before = await count();
  await watchFor(COUNT_MS);
  const after = await count();
  return { turns: after.turns - before.turns, frames: after.frames - before.frames };
}
