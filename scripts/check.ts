/** `npm run check`: all that can be said without a browser. Ends with 1 when anything failed. */
import { runTests } from './run-tests.ts';
import { build, checkContentScriptSize, checkSource } from './steps.ts';

const results = [
  ...checkSource(),
  runTests('unit and component', ['unit', 'component']),
  build('chrome'),
  checkContentScriptSize(),
];
process.exitCode = results.some((result) => result.failed > 0) ? 1 : 0;
