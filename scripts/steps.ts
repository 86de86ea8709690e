/**
 * The steps that `npm run check`, `npm run build` and `npm test` are made of; each passes or fails as a whole. The runs
 * of tests are in `run-tests.ts`.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const ROOT = join(import.meta.dirname, '..');

/** Most that the content script and its module may weigh, gzipped: every page loads them. */
const CONTENT_SCRIPT_LIMIT = 12 * 1024;

/** What a step came to. A step that is not a test run counts as one. */
export type StepResult = { name: string; passed: number; failed: number };

/** Types and messages that WXT generates: everything else needs them. */
export const generateTypes = () => runStep('generated types', ['wxt', 'prepare'], { quiet: true });

/** Formatting and the order of imports. */
const checkFormat = () => runStep('format', ['biome', 'check', '--linter-enabled=false', '.']);

/** Lint, with the rules on who may import whom. */
const checkLint = () => runStep('lint', ['biome', 'lint', '--error-on-warnings', '.']);

/** TypeScript. */
const checkTypes = () => runStep('types', ['tsc', '--noEmit']);

/** Unused files, exports and dependencies. */
const checkUnused = () => runStep('unused', ['knip']);

/** All that is checked without running anything of it. */
export const checkSource = () => [generateTypes(), checkFormat(), checkLint(), checkTypes(), checkUnused()];

/** The extension for one browser, into `.output`. */
export const build = (target: 'chrome' | 'firefox') =>
  runStep(`build for ${target}`, ['wxt', 'build', '-b', target, '--mv3'], { quiet: true });

/** The build that the end-to-end tests run: as the release, but for one line of the manifest (see wxt.config.ts). */
export const buildForTests = (target: 'chrome' | 'firefox') =>
  runStep(`test build for ${target}`, ['wxt', 'build', '-b', target, '--mv3', '--mode', 'e2e'], {
    quiet: true,
  });

/** Mozilla's linter over the Firefox build. */
export const checkManifest = () =>
  runStep('web-ext lint', ['web-ext', 'lint', '--source-dir', '.output/firefox-mv3', '--output', 'text'], {
    quiet: true,
  });

/** Weighs what each page loads, the content script and the module that it imports, and what one with mentions adds. */
export function checkContentScriptSize(): StepResult {
  const weigh = (file: string) =>
    gzipSync(readFileSync(join(ROOT, '.output', 'chrome-mv3', file)), { level: 9 }).length;
  const bytes = weigh('content-scripts/reader.js') + weigh('reader-main.js');
  const toKb = (count: number) => `${(count / 1024).toFixed(1)} KB`;
  const fits = bytes <= CONTENT_SCRIPT_LIMIT;
  console.log(
    `${fits ? '✓' : '✗'} content script with its module: ${toKb(bytes)} gzipped of ${toKb(CONTENT_SCRIPT_LIMIT)}; ` +
      `a page with mentions loads ${toKb(weigh('reader-on-demand.js'))} more`,
  );
  return { name: 'content script size', passed: fits ? 1 : 0, failed: fits ? 0 : 1 };
}

/** Runs a tool of node_modules as one step. A quiet one is heard only when it fails. */
function runStep(name: string, command: string[], options: { quiet?: boolean } = {}): StepResult {
  const started = performance.now();
  const ok = run(command, options) === 0;
  console.log(`${ok ? '✓' : '✗'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return { name, passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

/** Runs a tool of node_modules; its exit status. A quiet one is heard only when it fails. */
export function run([tool = '', ...args]: string[], options: { quiet?: boolean } = {}): number {
  const path = join(ROOT, 'node_modules', '.bin', tool);
  const done = spawnSync(path, args, {
    cwd: ROOT,
    stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    encoding: 'utf8',
  });
  if (done.status !== 0 && options.quiet) console.error(`${done.stdout}${done.stderr}`);
  return done.status ?? 1;
}
