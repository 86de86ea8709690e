import { compilePublication } from '@/lib/packs/compile-publication';
import { SHIPPED_INDEX, SHIPPED_PACK } from '@/lib/packs/load-shipped';
import { MANIFEST_FILE, parsePack } from '@/lib/packs/parse-pack';
import type { PackFiles } from './read-pack.ts';

/**
 * What stands in the package instead of a pack's folder, as texts by file: its files in one, so that it is read at once, and
 * the index of its topics, so that nobody waits for the compiling of it. Throws `pack-invalid`.
 */
export async function bundlePack(files: PackFiles): Promise<Record<string, string>> {
  const { contents } = parsePack(files);
  return {
    [SHIPPED_PACK]: JSON.stringify({ [MANIFEST_FILE]: files[MANIFEST_FILE], ...files }),
    [SHIPPED_INDEX]: JSON.stringify(await compilePublication(contents)),
  };
}
