import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OWN_NAMES } from '@/scripts/shrink-content-script';

const ROOT = resolve(import.meta.dirname, '../..');
const TSC = join(ROOT, 'node_modules/.bin/tsc');

/** What a page loads first of the reader; they import the rest of it. */
const READER = ['lib/reader/load-reader.ts', 'lib/reader/begin-reader.ts'].map((file) => join(ROOT, file));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-own-names-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** TypeScript's own declarations of the language and the platform, by path. */
function listPlatform(): string[] {
  const empty = join(folder, 'empty.ts');
  writeFileSync(empty, '');
  const options = ['--listFilesOnly', '--ignoreConfig', '--target', 'ESNext', '--types', ''];
  const listed = execFileSync(TSC, [...options, empty], { encoding: 'utf8' });
  return listed.split('\n').filter((path) => /^lib\..*\.d\.ts$/.test(basename(path)));
}

/** What TypeScript says of the reader where no object of the platform has a member of these names; nothing where it uses none. */
function checkWithout(names: readonly string[]): string {
  const member = new RegExp(`^ +(?:readonly |get |set )*(?:${names.join('|')})\\??[:(<].*`, 'gm');
  const platform = listPlatform().map((path) => {
    const file = join(folder, basename(path));
    // Without the lines by which it fetches others whole.
    const declared = readFileSync(path, 'utf8').replace(/^\/\/\/.*/gm, '');
    writeFileSync(file, declared.replace(member, ''));
    return file;
  });
  const compilerOptions = {
    ...{ noLib: true, types: [], noEmit: true, strict: true, skipLibCheck: true },
    ...{ target: 'ESNext', module: 'Preserve', moduleResolution: 'Bundler' },
    paths: { '@/*': [join(ROOT, '*')] },
  };
  // WXT's types of the extension's own files.
  const files = [...platform, join(ROOT, '.wxt/types/paths.d.ts'), ...READER];
  const config = join(folder, 'tsconfig.json');
  writeFileSync(config, JSON.stringify({ compilerOptions, files }));
  return spawnSync(TSC, ['-p', config], { encoding: 'utf8' }).stdout;
}

it('no name that is shortened is that of a member of the platform that the reader uses', () => {
  expect(checkWithout(OWN_NAMES)).toBe('');
});

it('what the reader does use is noticed', () => {
  const said = checkWithout(['setStart', 'postMessage', 'toSorted', 'scrollY']);
  for (const name of ['setStart', 'postMessage', 'toSorted', 'scrollY']) expect(said).toContain(`'${name}'`);
});
