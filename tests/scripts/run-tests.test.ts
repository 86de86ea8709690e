import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nameReports, readReports } from '@/scripts/run-tests';

const ROOT = join(import.meta.dirname, '../..');

const PASSES = "import { it } from 'vitest'; it('passes', () => {});";
const FAILS = "import { it } from 'vitest'; it('fails', () => { throw new Error('broken'); });";
const REJECTS =
  "import { it } from 'vitest'; it('passes', () => { void Promise.reject(new Error('lost')); });";

/** Runs these files by a vitest of their own, and reads what it reports: passed and failed tests by file. */
function run(files: Record<string, string>) {
  const cache = join(ROOT, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'run-tests-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const reports = nameReports(folder, 'reports');
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--root', folder, ...reports.args]);
  const results = readReports(reports, status ?? 1);
  return Object.fromEntries(
    results.map(({ file, passed, failed }) => [
      file && relative(folder, join(ROOT, file)),
      `${passed} passed, ${failed} failed`,
    ]),
  );
}

describe('the reports of a run of tests', () => {
  it('name the file of each failure', () => {
    expect(run({ 'a.test.ts': PASSES, 'b.test.ts': FAILS })).toEqual({
      'a.test.ts': '1 passed, 0 failed',
      'b.test.ts': '0 passed, 1 failed',
    });
  });

  it('count what belongs to no file as a failure of its own, also where a file failed, too', () => {
    expect(run({ 'a.test.ts': REJECTS, 'b.test.ts': FAILS })).toEqual({
      'a.test.ts': '1 passed, 0 failed',
      'b.test.ts': '0 passed, 1 failed',
      '': '0 passed, 1 failed',
    });
    expect(run({ 'a.test.ts': REJECTS })).toEqual({
      'a.test.ts': '1 passed, 0 failed',
      '': '0 passed, 1 failed',
    });
  });
});
