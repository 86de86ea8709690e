/**
 * Lets Node run the extension's own TypeScript modules: `@/lib/x` means `lib/x.ts`, and an import without
 * an ending means the `.ts` file. Use: `node --import ./scripts/alias-loader.mjs scripts/detect.ts`.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../', import.meta.url);

registerHooks({
  resolve(specifier, context, nextResolve) {
    const isAlias = specifier.startsWith('@/');
    if (isAlias || (specifier.startsWith('.') && context.parentURL)) {
      const url = new URL(isAlias ? specifier.slice(2) : specifier, isAlias ? root : context.parentURL);
      const path = `${fileURLToPath(url)}.ts`;
      if (existsSync(path)) return nextResolve(pathToFileURL(path).href, context);
    }
    return nextResolve(specifier, context);
  },
});
