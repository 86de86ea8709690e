/** Runs of vitest, counted from its own reports. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { run, type StepResult } from './steps.ts';

const ROOT = join(import.meta.dirname, '..');
const RESULTS = join(ROOT, '.cache', 'test-results');

/** What a file's tests came to; one that could not run at all counts as one failure. */
type FileResult = { file: string; passed: number; failed: number };

/** One run of vitest, of these files where there are some named. */
export function runTests(name: string, projects: string[], files: string[] = []): StepResult {
  return say(name, runVitest(name, projects, files));
}

/**
 * A run of the tests that drive browsers. A driver can lose a tab, or a busy machine a browser, and then every try in
 * that session fails: files with a failure run once more, in browsers of their own, and that they did is said. What is
 * broken fails both times, and an error that belongs to no file fails at once: nothing says that it would come again.
 */
export function runJourneys(name: string, projects: string[]): StepResult {
  const first = runVitest(name, projects, []);
  const failed = first.filter((result) => result.failed > 0);
  const isWhole = failed.some((result) => result.file === '');
  if (failed.length === 0 || isWhole || failed.length > MOST_RUN_AGAIN) return say(name, first);
  const again = failed.map((result) => result.file);
  console.log(`${name}, once more in fresh browsers: ${again.join(', ')}`);
  const second = runVitest(`${name}-again`, projects, again);
  return say(name, [...first.filter((result) => !failed.includes(result)), ...second]);
}

/** More files than this do not fail by a browser's mishap. */
const MOST_RUN_AGAIN = 2;

function say(name: string, files: FileResult[]): StepResult {
  const passed = files.reduce((sum, file) => sum + file.passed, 0);
  const failed = files.reduce((sum, file) => sum + file.failed, 0);
  console.log(`${failed === 0 ? '✓' : '✗'} ${name}: ${passed} of ${passed + failed} tests`);
  return { name, passed, failed };
}

function runVitest(name: string, projects: string[], files: string[]): FileResult[] {
  mkdirSync(RESULTS, { recursive: true });
  const reports = nameReports(RESULTS, name);
  // Reports that stand there are of an earlier run.
  for (const report of [reports.json, reports.unhandled]) rmSync(report, { force: true });
  const args = projects.flatMap((project) => ['--project', project]);
  const status = run(['vitest', 'run', ...files, ...args, '--reporter=default', ...reports.args]);
  return readReports(reports, status);
}

type Reports = { json: string; unhandled: string };

/** Where a run of vitest is to leave its reports, and what makes it do so. */
export function nameReports(folder: string, name: string): Reports & { args: string[] } {
  const json = join(folder, `${name}.json`);
  const unhandled = join(folder, `${name}.unhandled`);
  const reporters = ['--reporter=json', `--reporter=${UNHANDLED_REPORTER}`];
  return {
    json,
    unhandled,
    args: [...reporters, `--outputFile.json=${json}`, `--outputFile.unhandled=${unhandled}`],
  };
}

const UNHANDLED_REPORTER = join(import.meta.dirname, 'unhandled-reporter.ts');

/**
 * What a run came to, file by file; what belongs to no file, such as an unhandled rejection, is a failure of the file
 * `''`.
 */
export function readReports({ json, unhandled }: Reports, status: number): FileResult[] {
  const results = readJson(json);
  const isNamed = status === 0 || results.some((result) => result.failed > 0);
  // That vitest did not get far enough to write them is such an error, too.
  const isClean = existsSync(unhandled) && readFileSync(unhandled, 'utf8') === '0';
  return isNamed && isClean ? results : [...results, { file: '', passed: 0, failed: 1 }];
}

type VitestReport = {
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
};

function readJson(path: string): FileResult[] {
  let report: VitestReport;
  try {
    report = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return [];
  }
  return report.testResults.map(({ name, status, assertionResults }) => {
    const count = (wanted: string) => assertionResults.filter((test) => test.status === wanted).length;
    const couldNotRun = status === 'failed' && count('failed') === 0;
    return {
      file: relative(ROOT, name),
      passed: count('passed'),
      failed: count('failed') + (couldNotRun ? 1 : 0),
    };
  });
}
