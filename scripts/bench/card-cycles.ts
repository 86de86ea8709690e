/** What is left in a page and in its card's frame after many cards were opened and closed. */
import type { CDPSession, Frame, Page } from 'puppeteer-core';
import { type Driven, until } from '../drive/launch.ts';
import { findCardFrame, isCardShown, openArticle, placeOf } from '../drive/reader.ts';
import { atMost, type Line, type Section } from './report.ts';
import type { Run } from './run.ts';
import { toText } from './statistics.ts';

const CYCLES = 200;
/**
 * This many before: until then the heap grows by what the engine compiles and notes of code that runs again and again.
 */
const WARM_UP = 160;
/** What is shown last is let go of a moment later. */
const SETTLE_MS = 2_000;
const HEAP_RATIO = 1.05;

type Held = { bytes: number; nodes: number; listeners: number };

/** Opens and closes cards in one tab, without a delay set, and compares what is held after a collection. */
export async function measureCardCycles(run: Run, driven: Driven, article: string): Promise<Section> {
  const page = await openArticle(driven, article);
  await openAndClose(run, page, WARM_UP);
  const frame = (await findCardFrame(page)) as Frame & { client: CDPSession };
  const places: [string, CDPSession][] = [
    ['the page, with the reader in it', await page.createCDPSession()],
    // The frame runs in a process of its own. The driver has a session for it, and no public way to ask for one.
    ['the card', frame.client],
  ];
  const before = await Promise.all(places.map(([, session]) => readHeld(session)));
  await openAndClose(run, page, CYCLES);
  const after = await Promise.all(places.map(([, session]) => readHeld(session)));
  await page.close();
  const lines = places.flatMap(([name], at) => compare(name, before[at] as Held, after[at] as Held));
  return {
    title: `${CYCLES} cards opened and closed in a tab`,
    lines,
    notes: [`${WARM_UP} cards were opened and closed before the first reading.`],
  };
}

function compare(name: string, before: Held, after: Held): Line[] {
  const toKb = ({ bytes }: Held) => toText(bytes / 1_024);
  return [
    atMost(
      `heap of ${name}, after / before`,
      after.bytes / before.bytes,
      `${toKb(before)} to ${toKb(after)} KB`,
      HEAP_RATIO,
    ),
    atMost(`nodes more in ${name}`, after.nodes - before.nodes, `${before.nodes} before`, 0),
    atMost(`listeners more in ${name}`, after.listeners - before.listeners, `${before.listeners} before`, 0),
  ];
}

/** Two mentions by turns, so that each card is another one. */
async function openAndClose({ progress }: Run, page: Page, cycles: number): Promise<void> {
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    if (cycle % 20 === 0) progress(`card ${cycle} of ${cycles}`);
    const words = cycle % 2 ? 'Nvidia' : 'Ascend 950';
    const place = await until(`a painted mention "${words}"`, () => placeOf(page, words));
    await page.mouse.move(2, 2);
    await page.mouse.move(place.x, place.y);
    await until('a card', () => isCardShown(page));
    await page.keyboard.press('Escape');
    await until('the end of the card', async () => !(await isCardShown(page)));
  }
  await page.mouse.move(2, 2);
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
}

async function readHeld(session: CDPSession): Promise<Held> {
  await session.send('HeapProfiler.enable');
  // The second takes what the first let go of.
  for (let turn = 0; turn < 2; turn += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { bytes: usedSize, nodes, listeners: jsEventListeners };
}
