/** All notes out into files of each format, and in again, in a page of the built extension. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { BENCH_PAGE, driveBenchPage } from './bench-page.ts';
import type * as inPage from './in-page/note-files.ts';
import type { Line, Section } from './report.ts';
import { plain } from './report.ts';
import { toText } from './statistics.ts';

declare const noteFiles: typeof inPage;

const AT_ONCE = 2_000;
const EVERY_MS = 250;

/** Fills a fresh database with so many notes and measures. Memory is that of the page's whole process, at its most. */
export async function measureNoteFiles(size: number, progress: (text: string) => void): Promise<Section> {
  const driven = await driveBenchPage('scripts/bench/in-page/note-files.ts', 'noteFiles');
  try {
    const worker = await driven.browser.waitForTarget((target) => target.type() === 'service_worker');
    const address = new URL(BENCH_PAGE, worker.url()).href;
    const lines: Line[] = [];
    /** In a page of its own, so that what one leaves behind is not the next one's. */
    const measure = async (name: string, unit: string, work: (page: Page) => Promise<inPage.Timed>) => {
      progress(`${size} notes: ${name}`);
      const page = await driven.browser.newPage();
      await page.goto(address);
      const memory = sampleMemory(driven.browser.process()?.pid ?? 0);
      const idle = await watchIdle(driven.browser);
      const { ms, blockedMs, size: made } = await work(page);
      const idleMs = await idle.stop();
      const megabytes = memory.stop();
      await page.close();
      const count = unit === ' MB' ? toText(made / 1e6) : made.toLocaleString('en');
      lines.push(
        plain(
          name,
          ms / 1_000,
          `${count}${unit}; page blocked ${toText(blockedMs)} ms at most (an idle one ${toText(idleMs)} ms); process ${toText(megabytes)} MB`,
          ' s',
        ),
      );
    };
    const page = await driven.browser.newPage();
    await page.goto(address);
    for (let from = 0; from < size; from += AT_ONCE) {
      progress(`${size} notes: writing ${from}`);
      await page.evaluate((from, to) => noteFiles.fill(from, to), from, Math.min(size, from + AT_ONCE));
    }
    const formats = await page.evaluate(() => noteFiles.EXPORT_FORMATS);
    await page.close();
    for (const format of formats)
      await measure(`export: ${format}`, ' MB', (page) =>
        page.evaluate((format) => noteFiles.writeOut(format), format),
      );
    await measure('backup made', ' MB', (page) => page.evaluate(() => noteFiles.backUp()));
    for (const [name, work] of [
      ['backup restored, into an empty database', (page: Page) => page.evaluate(() => noteFiles.restore())],
      [
        'backup file imported, into an empty database',
        (page: Page) => page.evaluate(() => noteFiles.takeIn()),
      ],
    ] as const) {
      await measure(name, ' notes', async (page) => {
        await page.evaluate(() => noteFiles.lose());
        return work(page);
      });
    }
    return {
      title: `${size.toLocaleString('en')} notes as files, ${await driven.browser.version()}`,
      lines,
      notes: [],
    };
  } finally {
    await driven.close();
  }
}

/** The longest that a page of no extension, in a process of its own, comes to no turn: what the machine has to do with it. */
async function watchIdle(browser: Browser): Promise<{ stop(): Promise<number> }> {
  const page = await browser.newPage();
  const seen = await page.evaluateHandle(() => {
    const seen = { longest: 0, last: performance.now() };
    setInterval(() => {
      const now = performance.now();
      seen.longest = Math.max(seen.longest, now - seen.last);
      seen.last = now;
    }, 10);
    return seen;
  });
  return {
    async stop() {
      const longest = await seen.evaluate(({ longest }) => longest);
      await page.close();
      return longest;
    },
  };
}

/** Looks at the memory of the largest page's process below a browser until `stop`, which returns its most, megabytes. */
function sampleMemory(browser: number): { stop(): number } {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, ...listRenderers(browser));
  }, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

function listRenderers(browser: number): number[] {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return processes.flatMap((id) => {
    try {
      const command = readFileSync(`/proc/${id}/cmdline`, 'utf8');
      const group = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]?.split(' ')[2];
      if (!command.includes('--type=renderer') || Number(group) !== browser) return [];
      const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8')) ?? [];
      return [Number(kilobytes) / 1_000];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
}
