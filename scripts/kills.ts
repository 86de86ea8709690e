/**
 * `npm run test:kills`: 200 kills of worker, page and browser in the middle of writes, and now and then the removal of its databases, in real
 * Chromium against a real WebDAV server, and a table of what was lost: nothing. `-- --seed N` draws the same again, `-- --kills N` for another number. The seed
 * is a fresh one by default, and printed. `-- --full-disk` writes a note on a full disk instead (as root: it mounts one). Ends with an error where
 * anything was lost or torn.
 */
import { parseArgs } from 'node:util';
import { tryFullDisk } from '../tests/kills/full-disk.ts';
import { KINDS } from '../tests/kills/profile.ts';
import { type FaultRow, type Outcome, runKills } from '../tests/kills/run-kills.ts';
import { ensureBrowser } from './browsers.mjs';
import { installDebian } from './debian.mjs';
import { buildForTests, generateTypes } from './steps.ts';

/** Kills on one profile and one server: after so many, what is compared each time has grown large. */
const EACH = 50;

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    kills: { type: 'string', default: '200' },
    built: { type: 'boolean', default: false },
    'full-disk': { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const count = Number(values.kills);

installDebian(['apache2-bin']);
ensureBrowser('chromium', process.execPath);
if (!values.built && [generateTypes(), buildForTests('chrome')].some(({ failed }) => failed > 0))
  process.exit(1);

if (values['full-disk']) {
  const faults = await tryFullDisk((line) => console.log(line));
  for (const fault of faults) console.log(`✗ ${fault}`);
  process.exit(faults.length === 0 ? 0 : 1);
}

console.log(`seed ${seed}, ${count} kills`);
const started = performance.now();
const outcomes: Outcome[] = [];
for (let left = count; left > 0; left -= EACH) {
  outcomes.push(await runKills(seed + outcomes.length, Math.min(EACH, left), (line) => console.log(line)));
}
const faults = outcomes.flatMap((outcome) => outcome.faults);
console.table(
  Object.fromEntries(KINDS.map((kind) => [kind, sumRows(outcomes.map(({ rows }) => rows[kind]))])),
);
const sum = (count: (outcome: Outcome) => number) => outcomes.reduce((total, one) => total + count(one), 0);
console.log(
  `seed ${seed}: ${outcomes.length} profiles, ${sum(({ notes }) => notes)} notes in the end; ` +
    `${sum(({ server }) => server.segments)} segments on their servers, ${sum(({ server }) => server.torn)} torn; ` +
    `${Math.round((performance.now() - started) / 1000)} s`,
);
for (const fault of faults) console.log(`✗ ${fault}`);
console.log(faults.length === 0 ? 'Nothing was lost.' : `${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;

function sumRows(rows: FaultRow[]): FaultRow {
  const [first, ...others] = rows as [FaultRow, ...FaultRow[]];
  const summed = { ...first };
  for (const row of others) {
    for (const name of Object.keys(summed) as (keyof FaultRow)[]) summed[name] += row[name];
  }
  return summed;
}
