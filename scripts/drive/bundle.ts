/** Puts modules of ours into a page that is no page of the extension's. */
import { resolve } from 'node:path';
import type { MinifyOptions } from 'terser';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * The code of a module and all that it imports, as one classic script: what it exports stands on the global `name` when
 * it has run. With `minify` it is minified so, and terser then chooses the names at the top level.
 */
export async function bundleForPage(entry: string, name: string, minify?: MinifyOptions): Promise<string> {
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      lib: { entry: resolve(ROOT, entry), formats: ['iife'], name },
      ...(minify && { minify: 'terser', terserOptions: minify }),
    },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error(`${entry} was not bundled.`);
  return output.output[0].code;
}
