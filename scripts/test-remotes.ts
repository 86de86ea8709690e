/**
 * `npm run test:remotes`: the suite of remotes on every server there is, as a table of servers and verbs, and the
 * long form of the three machines that share a vault. Its last line is the sum: `N passed, N failed`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browsers.mjs';
import { installDebian } from './debian.mjs';
import { runTests } from './run-tests.ts';
import { buildForTests, generateTypes } from './steps.ts';

const PACKAGES = [
  'apache2-bin',
  'nginx-light',
  'libnginx-mod-http-dav-ext',
  'rclone',
  'php-cli',
  'php-sabre-dav',
  'php-xml',
  'php-mbstring',
  'radosgw',
  'ceph-mon',
  'ceph-mgr',
  'ceph-osd',
  'ceph-common',
];

/** The blocks of tests/remotes/contract.ts, in the table's order. */
const VERBS = ['put', 'list', 'get', 'range', 'delete', 'cut put', 'races', 'quiet listing'];

type Assertion = { ancestorTitles: string[]; status: string; meta?: { measured?: string } };
type Report = { testResults: { assertionResults: Assertion[] }[] };

installDebian(PACKAGES);
for (const name of ['chromium', 'firefox'] as const) ensureBrowser(name, process.execPath);
process.env.SIDELIGHT_REMOTES = 'all';
const results = [
  generateTypes(),
  runTests('remotes', ['remotes']),
  buildForTests('chrome'),
  buildForTests('firefox'),
  runTests('three-machines', ['e2e'], ['tests/e2e/three-machines.test.ts']),
];
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
printTable();
for (const result of results) if (result.failed > 0) console.log(`✗ ${result.name}: ${result.failed} failed`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function printTable(): void {
  const report: Report = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', '.cache', 'test-results', 'remotes.json'), 'utf8'),
  );
  const servers = new Map<string, Map<string, Assertion[]>>();
  for (const assertion of report.testResults.flatMap((file) => file.assertionResults)) {
    const [server, verb] = assertion.ancestorTitles.filter((title) => title !== '').slice(-2);
    if (!server || !verb || !VERBS.includes(verb)) continue;
    const row = servers.get(server) ?? new Map<string, Assertion[]>();
    row.set(verb, [...(row.get(verb) ?? []), assertion]);
    servers.set(server, row);
  }
  const rows = [...servers].map(([server, row]) => [
    server,
    ...VERBS.map((verb) => toCell(row.get(verb) ?? [])),
  ]);
  const table = [['remote', ...VERBS], ...rows];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of table)
    console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}

/** How many of the tests passed, and what they measured: `3/3 absent torn`; `-` where a remote has none to run. */
function toCell(assertions: Assertion[]): string {
  const run = assertions.filter(({ status }) => status === 'passed' || status === 'failed');
  if (run.length === 0) return '-';
  const ok = run.filter(({ status }) => status === 'passed').length;
  const measured = new Set(run.flatMap(({ meta }) => meta?.measured ?? []));
  return [`${ok}/${run.length}`, ...measured].join(' ');
}
