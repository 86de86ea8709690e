/** What a tab holds because of us: the shipped content script with the shipped index, against an empty one. */
import type { CDPSession } from 'puppeteer-core';
import { readBuiltReader } from './extension.ts';
import { plain } from './report.ts';
import type { Measurement } from './run.ts';
import { median, quantile, toSpread, toText } from './statistics.ts';

/** Names of the two extensions, which are also the roots of their addresses. */
export const REMEMBERING = ['unvisited', 'visited'] as const;

/** Long enough for the first reading of any page here. */
const SETTLE_MS = 700;
const PAGES = 12;

/** Heap and buffers after a collection, with us and without. */
export const measureMemory: Measurement = async ({ lab, site, shipped, progress }) => {
  const { injected, ...extras } = readBuiltReader();
  const ids = {
    unvisited: await lab.install('unvisited', ['unvisited'], { 'payload.js': '' }),
    visited: await lab.install('visited', ['visited'], { 'payload.js': injected }, extras),
  };
  await lab.store({ ...shipped.entries, ...shipped.inUse }, ids.visited);
  const bySize = site.pages.toSorted((a, b) => b.html.length - a.html.length);
  const step = Math.max(1, Math.floor(bySize.length / PAGES));
  const pages = bySize.filter((_, at) => at % step === 0);
  const held: { heap: number; buffers: number }[] = [];
  for (const page of pages) {
    progress(`memory, ${page.name}`);
    const usage = { unvisited: { heap: 0, buffers: 0 }, visited: { heap: 0, buffers: 0 } };
    for (const name of REMEMBERING) {
      const { page: opened, close } = await lab.openFor(ids[name], site.addressFor(name, page));
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      usage[name] = await readUsage(await opened.createCDPSession());
      await close();
    }
    held.push({
      heap: (usage.visited.heap - usage.unvisited.heap) / 1_000,
      buffers: (usage.visited.buffers - usage.unvisited.buffers) / 1_000,
    });
  }
  const [heap, buffers] = [held.map((each) => each.heap), held.map((each) => each.buffers)];
  return [
    {
      title: `memory of a tab: ${pages.length} pages spread over the list by size`,
      lines: [
        plain(
          'objects',
          median(heap),
          `${toSpread(heap, ' KB')}; most ${toText(quantile(heap, 1))} KB`,
          ' KB',
        ),
        plain('buffers (the index)', median(buffers), toSpread(buffers, ' KB'), ' KB'),
      ],
      notes: [
        'Shipped content script after its first reading, less the same page under an empty one, both after a collection.',
      ],
    },
  ];
};

async function readUsage(session: CDPSession): Promise<{ heap: number; buffers: number }> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  return { heap: usedSize, buffers: backingStorageSize };
}
