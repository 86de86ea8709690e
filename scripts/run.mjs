/** `npm run check`, `npm run build`, `npm run bench`, `npm run detect`, `npm run test:remotes`, `npm run sync:heap` and more: installs what is missing, then runs the task on Node 24. */
import { installDependencies, main, runOnNode24 } from './prepare.mjs';

const TASKS = {
  check: ['scripts/check.ts'],
  build: ['scripts/build.ts'],
  bench: ['--import', './scripts/alias-loader.mjs', 'scripts/bench.ts'],
  picture: ['scripts/demo/picture.ts'],
  screenshots: ['scripts/screenshots.ts'],
  'test:remotes': ['scripts/test-remotes.ts'],
  'test:kills': ['--import', './scripts/alias-loader.mjs', 'scripts/kills.ts'],
  'sync:scale': ['--import', './scripts/alias-loader.mjs', 'scripts/sync-scale.ts'],
  'sync:heap': ['--import', './scripts/alias-loader.mjs', 'scripts/sync-heap.ts'],
  'sync:sim': ['--import', './scripts/alias-loader.mjs', 'scripts/sync-sim.ts'],
  'pack:check': ['--import', './scripts/alias-loader.mjs', 'scripts/packs/check.ts'],
  'pack:stats': ['--import', './scripts/alias-loader.mjs', 'scripts/packs/stats.ts'],
  'pack:trace': ['--import', './scripts/alias-loader.mjs', 'scripts/packs/trace.ts'],
  'pack:schema': ['--import', './scripts/alias-loader.mjs', 'scripts/packs/schema.ts'],
  quality: ['--import', './scripts/alias-loader.mjs', 'scripts/quality.ts'],
  'bench:notes': ['--import', './scripts/alias-loader.mjs', 'scripts/bench-notes.ts'],
  'bench:anchors': ['--import', './scripts/alias-loader.mjs', 'scripts/bench-anchors.ts'],
  'bench:dates': ['--import', './scripts/alias-loader.mjs', 'scripts/bench-dates.ts'],
  detect: ['--import', './scripts/alias-loader.mjs', 'scripts/detect.ts'],
};

await main(async () => {
  const [task, ...rest] = process.argv.slice(2);
  const args = TASKS[task];
  if (!args) throw new Error(`There is no task "${task}": ${Object.keys(TASKS).join(', ')}.`);
  installDependencies();
  return runOnNode24([...args, ...rest]);
});
