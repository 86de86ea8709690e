/**
 * `npm run check`, `npm run build`, `npm run bench` and all the others: installs what is missing, then runs the task's script on
 * Node 24.
 */
import { installDependencies, main, runOnNode24 } from './prepare.mjs';

/** The script of each task. */
const TASKS = {
  check: 'check',
  build: 'build',
  bench: 'bench',
  'bench:anchors': 'bench-anchors',
  'bench:dates': 'bench-dates',
  'bench:notes': 'bench-notes',
  detect: 'detect',
  quality: 'quality',
  'pack:check': 'packs/check',
  'pack:schema': 'packs/schema',
  'pack:stats': 'packs/stats',
  'pack:trace': 'packs/trace',
  picture: 'demo/picture',
  screenshots: 'screenshots',
  'sync:heap': 'sync-heap',
  'sync:scale': 'sync-scale',
  'sync:sim': 'sync-sim',
  'test:kills': 'kills',
  'test:remotes': 'test-remotes',
};

await main(async () => {
  const [task, ...rest] = process.argv.slice(2);
  const script = TASKS[task];
  if (!script) throw new Error(`There is no task "${task}": ${Object.keys(TASKS).join(', ')}.`);
  installDependencies();
  return runOnNode24(['--import', './scripts/alias-loader.mjs', `scripts/${script}.ts`, ...rest]);
});
