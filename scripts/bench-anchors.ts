/**
 * `npm run bench:anchors -- --pages DIRECTORY`: how many of 2,000 random selections are found again on pages edited in
 * every way, beside the approach that Hypothesis has published; and how long it takes. Without `--pages`, on pages of
 * our own. The edits are tracked, so that the right place is known without anchoring.
 *
 *     npm run bench:anchors -- --pages ../shared/pages --seed 2
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { anchorAll } from '@/lib/anchor/anchor';
import { editPages, type SavedPage } from './anchors/cases.ts';
import { count, createTally, type Tally, toLines } from './anchors/tally.ts';
import { timeAnchoring } from './anchors/timing.ts';
import { printSection } from './bench/report.ts';

const OWN_PAGES = join(import.meta.dirname, '..', 'tests', 'fixtures', 'dates', 'pages');
const SELECTIONS = { any: 2_000, short: 500 };
const NO_HURRY = { isSpent: () => false, rest: async () => {} };

const { values } = parseArgs({
  options: { pages: { type: 'string', default: OWN_PAGES }, seed: { type: 'string', default: '1' } },
});
const seed = Number(values.seed);
const folder = resolve(values.pages);
const pages: SavedPage[] = readdirSync(folder)
  .filter((file) => file.endsWith('.html'))
  .toSorted()
  .map((file) => ({ name: file.slice(0, -5), html: readFileSync(join(folder, file), 'utf8') }));

const tallies = new Map<string, { ours: Tally; theirs: Tally }>();
let largest = { name: '', length: 0 };
const read = new Set<string>();
for (const { name, edit, text, cases } of editPages(pages, SELECTIONS, seed)) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${name}, ${edit}`);
  read.add(name);
  if (edit === 'unchanged' && text.length > largest.length) largest = { name, length: text.length };
  for (const { selectors, isShort, fate, askHypothesis } of cases) {
    const group = isShort ? `${edit}, under 8` : edit;
    const tally = tallies.get(group) ?? { ours: createTally(), theirs: createTally() };
    tallies.set(group, tally);
    // Each alone, as the one note of its page: others cannot help it.
    const [found] = await anchorAll(text, [selectors], NO_HURRY);
    count(tally.ours, text, fate, found ?? null);
    count(tally.theirs, text, fate, askHypothesis());
  }
}
for (const kind of ['of 8 characters or more', 'under 8 characters, a class of its own']) {
  const isShort = kind.startsWith('under');
  const chosen = [...tallies].filter(([group]) => group.endsWith(', under 8') === isShort);
  printSection({
    title: `selections ${kind}, on ${read.size} pages of ${values.pages}, seed ${seed}`,
    lines: chosen.flatMap(([group, { ours, theirs }]) =>
      toLines(group.replace(', under 8', ''), ours, theirs),
    ),
    notes: [],
  });
}
printSection(await timeAnchoring(folder, largest.name, seed));
