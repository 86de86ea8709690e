/** `npm test`: everything from a bare clone to one closing line `N passed, N failed`. */
import { ensureBrowser } from './browsers.mjs';
import { installDebian } from './debian.mjs';
import { installDependencies, main, NODE, runOnNode24 } from './prepare.mjs';

await main(async () => {
  installDependencies();
  ensureBrowser('chromium', NODE);
  ensureBrowser('firefox', NODE);
  // The server on which the remotes are tested.
  installDebian(['apache2-bin']);
  return runOnNode24(['scripts/test-all.ts', ...process.argv.slice(2)]);
});
