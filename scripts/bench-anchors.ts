/**
 * `npm run bench:anchors -- --pages DIRECTORY`: how many of 2,000 random selections are found again on pages edited in
 * every way, beside the approach that Hypothesis has published, for each of the seeds; and how long it takes. Without
 * `--pages`, on pages of our own. The edits are tracked, so that the right place is known without anchoring.
 *
 *     npm run bench:anchors -- --pages ../shared/pages --seeds 4,5 --selections 500 --every 4
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { anchorAll } from '@/lib/anchor/anchor';
import { editPages, type Kind, type SavedPage } from './anchors/cases.ts';
import type { EditName } from './anchors/edits.ts';
import { count, createTally, type Tally, toLines } from './anchors/tally.ts';
import { timeAnchoring } from './anchors/timing.ts';
import { printSection } from './bench/report.ts';

const OWN_PAGES = join(import.meta.dirname, '..', 'tests', 'fixtures', 'dates', 'pages');
const NO_HURRY = { isSpent: () => false, rest: async () => {} };

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: OWN_PAGES },
    seeds: { type: 'string', default: '1,2,3' },
    selections: { type: 'string', default: '2000' },
    /** Of the pages every so manieth only. */
    every: { type: 'string', default: '1' },
    /** No timing, which is done in a browser. */
    'no-browser': { type: 'boolean', default: false },
  },
});
const seeds = values.seeds.split(',').map(Number);
const any = Number(values.selections);
/** Few of any length are short: as many more as make a class of them. */
const counts = { any, short: any / 4 };
const folder = resolve(values.pages);
const pages: SavedPage[] = readdirSync(folder)
  .filter((file) => file.endsWith('.html'))
  .toSorted()
  .filter((_, at) => at % Number(values.every) === 0)
  .map((file) => ({ name: file.slice(0, -5), html: readFileSync(join(folder, file), 'utf8') }));

const KINDS: Record<Kind, string> = {
  plain: 'of 8 characters or more',
  short: 'under 8 characters',
  repeated: 'that stood more than once, with the same 20 signs on both sides',
};
type Both = { ours: Tally; theirs: Tally };
let largest = { name: '', length: 0 };
for (const seed of seeds) {
  const tallies: Record<Kind, Map<EditName, Both>> = {
    plain: new Map(),
    short: new Map(),
    repeated: new Map(),
  };
  const read = new Set<string>();
  for (const { name, edit, text, cases } of editPages(pages, counts, seed)) {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${seed}: ${name}, ${edit}`);
    // Weak references hold what they were asked for until a task ends: each page would stay in memory.
    await setImmediate();
    read.add(name);
    if (text.length > largest.length) largest = { name, length: text.length };
    const found = await anchorAll(
      text,
      cases.map(({ selectors }) => selectors),
      NO_HURRY,
    );
    for (const [at, one] of cases.entries()) {
      const { kind, askHypothesis } = one;
      const tally = tallies[kind].get(edit) ?? { ours: createTally(), theirs: createTally() };
      tallies[kind].set(edit, tally);
      count(tally.ours, text, one, found[at] ?? null);
      count(tally.theirs, text, one, askHypothesis());
    }
  }
  for (const [kind, title] of Object.entries(KINDS)) {
    printSection({
      title: `quotes ${title}: ${read.size} pages of ${values.pages}, seed ${seed}`,
      lines: [...tallies[kind as Kind]].flatMap(([edit, { ours, theirs }]) => toLines(edit, ours, theirs)),
      notes: [],
    });
  }
}
if (!values['no-browser']) printSection(await timeAnchoring(folder, largest.name, seeds[0] as number));
