/** Finding notes in the built extension: on its own database, in a page of its own, and in its popup. */
import type { Page } from 'puppeteer-core';
import type { Driven } from '../drive/launch.ts';
import { BENCH_PAGE, driveBenchPage } from './bench-page.ts';
import type * as inPage from './in-page/notes.ts';
import { atLeast, atMost, type Line, plain, type Section } from './report.ts';
import { median, quantile, toSpread, toText } from './statistics.ts';

type InPage = typeof inPage;

/** Notes written in one call. */
const AT_ONCE = 2_000;
const TIMES = 15;
const OPENINGS = 7;
const FRAMES = 240;
/** A list that is thrown: three rows and more in each frame. */
const PIXELS_PER_FRAME = 120;

const QUERIES = [
  { name: 'one word that many notes hold', text: 'memory', bar: 100 },
  { name: 'one word that few notes hold', text: 'anderkaber', bar: 100 },
  { name: 'two words', text: 'export controls' },
  { name: 'beginning of a word', text: 'semi' },
  { name: 'one letter', text: 's' },
  { name: 'Chinese word', text: '芯片', bar: 100 },
  { name: 'Chinese character', text: '制' },
  { name: 'one slip', text: 'bandwith' },
  { name: 'word, tag and site', text: 'memory', filter: { tag: 'hbm', site: 'nikkei.com' } },
];

/** Fills a fresh database with so many notes and measures. */
export async function measureNotes(size: number, progress: (text: string) => void): Promise<Section> {
  const driven = await driveBenchPage('scripts/bench/in-page/notes.ts', 'benchNotes');
  try {
    const lines: Line[] = [];
    // Asked at once: the worker sleeps soon.
    const pages = await toPages(driven);
    const floor = await samplePopup(pages);
    let page = await pages.openBench();
    let fillMs = 0;
    for (let from = 0; from < size; from += AT_ONCE) {
      progress(`${size} notes: writing ${from}`);
      fillMs += await call(page, 'fill', from, Math.min(size, from + AT_ONCE));
    }
    lines.push(plain('written, as an import does, each note', fillMs / size, '', ' ms'));
    progress(`${size} notes: indexing`);
    const indexMs = await call(page, 'index');
    lines.push(
      plain('put into the index, each note', indexMs / size, `${toText(indexMs / 1_000)} s in all`, ' ms'),
    );
    const edits = await call(page, 'timeEdits', TIMES);
    lines.push(plain('an edit stored, index and all', median(edits), toSpread(edits, ' ms'), ' ms'));
    await page.close();

    progress(`${size} notes: searching`);
    const cold: number[] = [];
    for (let time = 0; time < OPENINGS; time += 1) {
      page = await pages.openBench();
      cold.push(...(await call(page, 'timeSearch', 'memory', {}, 1)).ms);
      await page.close();
    }
    lines.push(
      atMost('first 50, the first search of a page', median(cold), toSpread(cold, ' ms'), 100, ' ms'),
    );
    page = await pages.openBench();
    for (const { name, text, filter = {}, bar } of QUERIES) {
      const { ms, count } = await call(page, 'timeSearch', text, filter, TIMES);
      const spread = `${toSpread(ms, ' ms')}; ${count} found`;
      const figure = `first 50, ${name}`;
      lines.push(
        bar ? atMost(figure, median(ms), spread, bar, ' ms') : plain(figure, median(ms), spread, ' ms'),
      );
    }
    const heap = await heapOf(page);
    lines.push(plain('memory of a page that has searched', heap, '', ' MB'));
    await page.close();

    progress(`${size} notes: popup`);
    lines.push(...(await measurePopup(pages, floor)));

    progress(`${size} notes: minisearch`);
    page = await pages.openBench();
    const made = await call(page, 'makePeer');
    await page.close();
    page = await pages.openBench();
    const peer = await call(page, 'timePeer', 'memory', TIMES);
    const peerHeap = await heapOf(page);
    await page.close();
    lines.push(
      plain('minisearch: made of all notes, each', made.ms / size, '', ' ms'),
      plain('minisearch: loaded', peer.loadMs, `${toText(made.length / 1e6)} M characters`, ' ms'),
      plain('minisearch: first 50, one word, once loaded', median(peer.ms), toSpread(peer.ms, ' ms'), ' ms'),
      plain('minisearch: memory of the page', peerHeap, '', ' MB'),
      plain(
        'minisearch loaded and searched / our first search',
        (peer.loadMs + median(peer.ms)) / median(cold),
        '',
      ),
    );
    const disk = await storageOf(pages);
    return {
      title: `${size.toLocaleString('en')} notes, ${await driven.browser.version()}`,
      lines,
      notes: [
        `All that the extension stores: ${toText(disk)} MB, of which the kept index of minisearch is a part.`,
      ],
    };
  } finally {
    await driven.close();
  }
}

type Opened = { shown: number[]; listed: number[] };

/** The popup opened again and again: milliseconds until it is usable, and from a press on the latest notes until they are shown. */
async function samplePopup(pages: Pages): Promise<Opened> {
  const [shown, listed]: [number[], number[]] = [[], []];
  for (let time = 0; time < OPENINGS; time += 1) {
    const page = await pages.openPopup();
    shown.push(await page.evaluate(() => (globalThis as unknown as { shownAt: Promise<number> }).shownAt));
    listed.push(await page.evaluate(unfoldLatest));
    await page.close();
  }
  return { shown, listed };
}

async function measurePopup(pages: Pages, floor: Opened): Promise<Line[]> {
  const { shown, listed } = await samplePopup(pages);
  const page = await pages.openPopup();
  await page.evaluate(() => (globalThis as unknown as { shownAt: Promise<number> }).shownAt);
  const before = await heapOf(page);
  // Not before: the opening of the page and the collection of its garbage are tasks, too.
  await page.evaluate(watchLongTasks);
  const field = await page.waitForSelector('input[role=combobox]');
  await field?.type('memory', { delay: 100 });
  await page.waitForSelector('[role=option][aria-setsize]');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const { longestMs, slowestKeyMs } = await page.evaluate(takeLongest);
  const deltas = await page.evaluate(scrollList, '[role=option]', FRAMES, PIXELS_PER_FRAME);
  const after = await heapOf(page);
  await page.evaluate(showPlainList);
  const plainDeltas = await page.evaluate(scrollList, '[role=option]', FRAMES, PIXELS_PER_FRAME);
  await page.close();
  const inTime = (frames: number[]) => (100 * frames.filter((ms) => ms < 20).length) / frames.length;
  return [
    atMost('popup: from its opening until it can be used', median(shown), toSpread(shown, ' ms'), 150, ' ms'),
    plain(
      'popup: the same before there was any note',
      median(floor.shown),
      toSpread(floor.shown, ' ms'),
      ' ms',
    ),
    plain('popup: the latest notes unfolded', median(listed), toSpread(listed, ' ms'), ' ms'),
    plain('popup: slowest of six keys, until it is painted', slowestKeyMs, '', ' ms'),
    plain('popup: longest task while they were typed', longestMs, '', ' ms'),
    atLeast(
      'popup: frames in time (20 ms) while the list scrolls',
      inTime(deltas),
      `frame ${toSpread(deltas, ' ms')}; longest ${toText(quantile(deltas, 1))} ms`,
      95,
      ' %',
    ),
    plain(
      'popup: the same of a few rows that stand there already',
      inTime(plainDeltas),
      `frame ${toSpread(plainDeltas, ' ms')}; longest ${toText(quantile(plainDeltas, 1))} ms`,
      ' %',
    ),
    plain('popup: memory, opened and after a search', after, `opened ${toText(before)} MB`, ' MB'),
  ];
}

/** Opens the bench's page; the popup, of a tab in which nothing answers. */
type Pages = { openBench(): Promise<Page>; openPopup(): Promise<Page> };

async function toPages({ browser }: Driven): Promise<Pages> {
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  const open = async (path: string) => {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(watchShown);
    await page.goto(new URL(path, worker.url()).href);
    return page;
  };
  return { openBench: () => open(BENCH_PAGE), openPopup: () => open('/popup.html?tabId=1') };
}

/** Megabytes that the page's own objects take, after a collection. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

async function storageOf(pages: Pages): Promise<number> {
  const page = await pages.openBench();
  const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  await page.close();
  return usage / 1e6;
}

async function call<Name extends keyof InPage>(
  page: Page,
  name: Name,
  ...args: Parameters<InPage[Name]>
): Promise<Awaited<ReturnType<InPage[Name]>>> {
  return page.evaluate(
    (name, args) => {
      const { benchNotes } = globalThis as unknown as {
        benchNotes: Record<string, (...args: unknown[]) => unknown>;
      };
      return benchNotes[name]?.(...args);
    },
    name as string,
    args as unknown[],
  ) as never;
}

/** What is below runs in the popup. */
function watchShown(): void {
  const own = globalThis as unknown as { shownAt: Promise<number> };
  own.shownAt = new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('[role=combobox]') && document.querySelector('details'))
        resolve(performance.now());
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

function unfoldLatest(): Promise<number> {
  const began = performance.now();
  document.querySelector<HTMLElement>('details:last-of-type > summary')?.click();
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('details article, details p')) resolve(performance.now() - began);
      else requestAnimationFrame(look);
    };
    look();
  });
}

type Watched = { longestMs: number; slowestKeyMs: number };

function watchLongTasks(): void {
  const own = globalThis as unknown as Watched;
  own.longestMs = 0;
  own.slowestKeyMs = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) own.longestMs = Math.max(own.longestMs, duration);
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    for (const { duration, name } of list.getEntries())
      if (name.startsWith('key')) own.slowestKeyMs = Math.max(own.slowestKeyMs, duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}

function takeLongest(): Watched {
  const { longestMs, slowestKeyMs } = globalThis as unknown as Watched;
  return { longestMs, slowestKeyMs };
}

/** Floor: rows of text that nobody puts there or takes away. */
function showPlainList(): void {
  const rows = Array.from({ length: 1_000 }, (_, at) => `<div role="option">A row of text, ${at}</div>`);
  document.body.innerHTML = `<div style="height:360px;overflow-y:auto">${rows.join('')}</div>`;
}

async function scrollList(rows: string, frames: number, pixels: number): Promise<number[]> {
  const option = [...document.querySelectorAll(rows)].at(-1);
  let box = option?.parentElement ?? null;
  while (box && getComputedStyle(box).overflowY !== 'auto') box = box.parentElement;
  const deltas: number[] = [];
  let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  for (let frame = 0; frame < frames; frame += 1) {
    if (box) box.scrollTop += pixels;
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    deltas.push(now - last);
    last = now;
  }
  return deltas;
}
