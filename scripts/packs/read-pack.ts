import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a pack: by path inside its folder what stands in them, or the error of one that is no JSON. */
export type PackFiles = Record<string, unknown>;

/** Reads `pack.json` and all of `topics` in a folder, named in the manifest or not. Throws where there is no such folder. */
export function readPack(folder: string): PackFiles {
  const topics = readdirSync(join(folder, 'topics')).filter((name) => name.endsWith('.json'));
  const paths = ['pack.json', ...topics.sort().map((name) => `topics/${name}`)];
  return Object.fromEntries(paths.map((path) => [path, readJson(join(folder, path))]));
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return error;
  }
}
