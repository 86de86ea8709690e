/** Runs of vitest, counted from its own reports. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
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
 * broken fails both times.
 */
export function runJourneys(name: string, projects: string[]): StepResult {
  const first = runVitest(name, projects, []);
  const failed = first.filter((result) => result.failed > 0 && result.file !== '');
  if (failed.length === 0 || failed.length > MOST_RUN_AGAIN) return say(name, first);
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
  const report = join(RESULTS, `${name}.json`);
  // A report that stands there is of an earlier run.
  rmSync(report, { force: true });
  const args = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = run(['vitest', 'run', ...files, ...args, ...reporters]);
  const results = readReport(report);
  // Vitest also fails on what belongs to no test, such as an unhandled rejection.
  const isUnnamed = status !== 0 && results.every((result) => result.failed === 0);
  return isUnnamed ? [...results, { file: '', passed: 0, failed: 1 }] : results;
}

type VitestReport = {
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
};

function readReport(path: string): FileResult[] {
  let report: VitestReport;
  try {
    report = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Vitest did not come far enough to write one.
    return [{ file: '', passed: 0, failed: 1 }];
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
