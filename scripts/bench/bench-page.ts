/** A page of our own among those of the built extension, so that what is measured in it has the extension's database. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleForPage } from '../drive/bundle.ts';
import { type Driven, driveBrowser } from '../drive/launch.ts';

/** Its path in the extension. */
export const BENCH_PAGE = '/bench.html';

/** Longest that one call into it may take. */
const STEP_MS = 1_800_000;

/** Real Chromium with the built extension and that page, in which the module (a path in this repository) is the global `name`. */
export async function driveBenchPage(module: string, name: string): Promise<Driven> {
  const code = await bundleForPage(module, name);
  return driveBrowser('chromium', {
    stepMs: STEP_MS,
    change: (folder) => {
      writeFileSync(
        join(folder, BENCH_PAGE),
        '<!doctype html><meta charset="utf-8"><title>Bench</title><script src="bench.js"></script>',
      );
      writeFileSync(join(folder, 'bench.js'), `${code};globalThis.${name} = ${name};`);
    },
  });
}
