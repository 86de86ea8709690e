/** The whole of `npm test` once everything is installed. Its last line is the sum: `N passed, N failed`. */
import { runJourneys, runTests } from './run-tests.ts';
import { build, buildForTests, checkContentScriptSize, checkManifest, checkSource } from './steps.ts';

const results = [
  ...checkSource(),
  build('chrome'),
  build('firefox'),
  buildForTests('chrome'),
  buildForTests('firefox'),
  checkContentScriptSize(),
  checkManifest(),
  runTests('unit', ['unit']),
  runTests('component', ['component']),
  runTests('remotes', ['remotes']),
  runJourneys('end-to-end', ['e2e']),
];

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
for (const result of results) if (result.failed > 0) console.log(`✗ ${result.name}: ${result.failed} failed`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
