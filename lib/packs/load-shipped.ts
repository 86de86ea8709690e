import { browser } from 'wxt/browser';
import { AppError } from '@/lib/model/app-error';
import type { Pack } from '@/lib/model/pack';
import { MANIFEST_FILE, parseManifest, parsePack, parsePackFile, topicFile } from './parse-pack';

const SHIPPED_FOLDER = 'packs/tech-war';

/**
 * Reads the pack that comes with the extension out of the extension's own files: nothing leaves the machine.
 * Throws `pack-invalid` with file, path and reason.
 */
export async function loadShippedPack(): Promise<Pack> {
  const manifest = await loadFile(MANIFEST_FILE);
  const names = parseManifest(manifest).topics.map(topicFile);
  const values = await Promise.all(names.map(loadFile));
  return parsePack({
    [MANIFEST_FILE]: manifest,
    ...Object.fromEntries(names.map((name, index) => [name, values[index]])),
  });
}

async function loadFile(file: string): Promise<unknown> {
  const address = new URL(`${SHIPPED_FOLDER}/${file}`, browser.runtime.getURL('/'));
  const text = await fetch(address)
    .then((response) => (response.ok ? response.text() : null))
    .catch((cause) => {
      throw missing(file, cause);
    });
  if (text === null) throw missing(file);
  return parsePackFile(file, text);
}

function missing(file: string, cause?: unknown): AppError {
  return new AppError('pack-invalid', { detail: `${file}: (root): the file is missing`, cause });
}
