/**
 * What the content script costs before it does anything: parsed, compiled, run. Two extensions that differ in nothing
 * but that script stand side by side, each with a clock read before it and one after it, in tabs of their own.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtExtension } from '../drive/launch.ts';
import { atMost, plain } from './report.ts';
import type { Measurement, Run } from './run.ts';
import { median, quantile, toSpread, toText } from './statistics.ts';

/** Names of the two extensions, which are also the roots of their addresses. */
export const INJECTED = ['empty', 'reader'] as const;

const GZIPPED_LIMIT_KB = 12;

/** The shipped content script against an empty one. */
export const measureInjection: Measurement = async (run) => {
  const reader = readFileSync(join(builtExtension('chromium'), 'content-scripts', 'reader.js'), 'utf8');
  const times = await sampleInjection(run, { empty: '', reader });
  const ratios = times.map(({ empty, reader }) => median(reader) / median(empty));
  const gzipped = gzipSync(reader, { level: 9 }).length / 1_024;
  const [empty, ours] = [times.map((each) => median(each.empty)), times.map((each) => median(each.reader))];
  return [
    {
      title: `injection: ${times.length} pages, ${run.rounds} tabs each`,
      lines: [
        atMost('shipped content script / empty one', median(ours) / median(empty), toSpread(ratios), 3),
        plain('empty', median(empty), toSpread(empty, ' ms'), ' ms'),
        plain('shipped', median(ours), toSpread(ours, ' ms'), ' ms'),
        atMost('content script, gzipped', gzipped, '', GZIPPED_LIMIT_KB, ' KB'),
      ],
      notes: [
        `Ratio of the medians of all pages; spread: middle half of the pages' own ratios (most ${toText(quantile(ratios, 1))}).`,
      ],
    },
  ];
};

type Times = Record<(typeof INJECTED)[number], number[]>;

async function sampleInjection(
  { lab, site, rounds, progress }: Run,
  scripts: Record<(typeof INJECTED)[number], string>,
): Promise<Times[]> {
  const ids = new Map<string, string>();
  for (const name of INJECTED) {
    const id = await lab.install(name, {
      'before.js': 'globalThis.clockBefore = performance.now();',
      'payload.js': scripts[name],
      'after.js': 'globalThis.clockAfter = performance.now();',
    });
    ids.set(name, id);
  }
  const times: Times[] = [];
  for (const [at, page] of site.pages.entries()) {
    progress(`injection, page ${at + 1}`);
    const here: Times = { empty: [], reader: [] };
    for (let round = 0; round < rounds; round++) {
      for (const name of (at + round) % 2 ? INJECTED : INJECTED.toReversed()) {
        const { realm, close } = await lab.openFor(ids.get(name) as string, site.addressFor(name, page));
        here[name].push(await realm.evaluate(readClocks));
        await close();
      }
    }
    times.push(here);
  }
  return times;
}

/** Runs in the page. */
function readClocks(): number {
  const { clockBefore, clockAfter } = globalThis as unknown as { clockBefore: number; clockAfter: number };
  return clockAfter - clockBefore;
}
