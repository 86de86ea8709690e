/** `npm start`: everything from a bare clone to a browser with Sidelight in it on the first demo article. */
import { ensureBrowser } from './browsers.mjs';
import { installDependencies, main, NODE, runOnNode24 } from './prepare.mjs';

await main(async () => {
  installDependencies();
  ensureBrowser('chromium', NODE);
  return runOnNode24(['scripts/demo/demo.ts', ...process.argv.slice(2)]);
});
