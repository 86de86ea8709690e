import { vi } from 'vitest';
import { bundlePack } from '@/scripts/packs/bundle-pack';
import { readPack } from '@/scripts/packs/read-pack';
import { SHIPPED_FOLDER } from '@/scripts/packs/shipped-folder';

/** What the build puts into the package for the shipped pack: texts by file. */
export const packaged = bundlePack(readPack(SHIPPED_FOLDER));

/**
 * Answers `fetch` with the extension's own files until globals are unstubbed; returns those that are asked for, as they
 * are. `broken` are texts that stand in for some.
 */
export async function servePackage(broken: Record<string, string> = {}): Promise<string[]> {
  const asked: string[] = [];
  const files = { ...(await packaged), ...broken };
  vi.stubGlobal('fetch', async ({ pathname }: URL) => {
    const file = pathname.slice(1);
    asked.push(file);
    return file in files ? new Response(files[file]) : Promise.reject(new TypeError('Failed to fetch'));
  });
  return asked;
}
