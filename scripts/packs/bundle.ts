/** `bundle.ts FOLDER`, called by the build: writes what stands in the package instead of the shipped pack's folder, and prints the files' names. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundlePack } from './bundle-pack.ts';
import { readPack } from './read-pack.ts';
import { SHIPPED_FOLDER } from './shipped-folder.ts';

const [, , folder = ''] = process.argv;
for (const [file, text] of Object.entries(await bundlePack(readPack(SHIPPED_FOLDER)))) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
  console.log(file);
}
