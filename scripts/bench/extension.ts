/** Builds the small extensions that the bench puts into the browser. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManglePropertiesOptions } from 'terser';
import { bundleForPage } from '../drive/bundle.ts';
import { builtExtension } from '../drive/launch.ts';
import { PAINT_SHEET_FILE } from '../paint-sheet.ts';
import { EAGER_MINIFY } from '../shrink-content-script.ts';

/** Names that the bench and its content script say to each other: those the product has too must not be shortened here. */
const SPOKEN_NAMES = [
  ...[
    'walk',
    'encode',
    'encodeOurs',
    'units',
    'justRead',
    'ours',
    'large',
    'named',
    'expression',
    'mark',
    'finder',
  ],
  ...[
    'ms',
    'count',
    'readUnits',
    'kind',
    'at',
    'firstMs',
    'partsMs',
    'parts',
    'paints',
    'endMs',
    'isOnScreen',
  ],
  ...[
    'mentions',
    'random',
    'onMentions',
    'bare',
    'hits',
    'screens',
    'wrong',
    'words',
    'painted',
    'readMs',
    'paintMs',
  ],
];

/** A content script that holds the product's modules and the peers, minified as the product's own is. */
export async function bundleContentScript(): Promise<string> {
  const { mangle, ...rest } = EAGER_MINIFY;
  const { properties, ...names } = mangle as Exclude<typeof mangle, boolean | undefined>;
  const kept = { ...(properties as ManglePropertiesOptions), reserved: SPOKEN_NAMES };
  return bundleForPage('scripts/bench/in-page/main.ts', 'bench', {
    ...rest,
    mangle: { ...names, properties: kept },
  });
}

/** What the built extension puts into pages: the injected script, the modules that it imports, by file name, and the sheet of the paint. */
export function readBuiltReader() {
  const read = (file: string) => readFileSync(join(builtExtension('chromium'), file), 'utf8');
  return {
    injected: read('content-scripts/reader.js'),
    modules: {
      'reader-main.js': read('reader-main.js'),
      'reader-on-demand.js': read('reader-on-demand.js'),
    },
    sheet: read(PAINT_SHEET_FILE),
  };
}

/** What an extension of the bench may have beside its content scripts. */
export type Extras = {
  /** Where several extensions match, Chromium runs them in the order of their ids: `turn` decides which comes early. */
  turn?: 'early' | 'late';
  /** Modules that the content scripts may import, by file name. */
  modules?: Record<string, string>;
  /** A style sheet for the same addresses. */
  sheet?: string;
};

/** Lays an extension into a folder: content scripts by file name, run in that order on addresses that match. */
export function writeExtension(
  folder: string,
  matches: string[],
  scripts: Record<string, string>,
  { turn, modules = {}, sheet = '' }: Extras,
): string {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Sidelight bench',
    version: '1',
    ...(turn && { key: findKey(folder, turn) }),
    permissions: ['storage', 'unlimitedStorage'],
    content_scripts: [
      { matches, js: Object.keys(scripts), css: [PAINT_SHEET_FILE], run_at: 'document_idle' },
    ],
    web_accessible_resources: [
      { resources: Object.keys(modules), matches: ['http://127.0.0.1/*'], use_dynamic_url: true },
    ],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'store.html'), '<!doctype html><title>store</title>');
  for (const [name, code] of Object.entries({ ...scripts, ...modules, [PAINT_SHEET_FILE]: sheet }))
    writeFileSync(join(folder, name), code);
  return folder;
}

/** A key whose extension's id begins with the first or the last of the letters that ids are written in. */
function findKey(seed: string, turn: 'early' | 'late'): string {
  const [low, high] = turn === 'early' ? [0x00, 0x0f] : [0xf0, 0xff];
  for (let number = 0; ; number++) {
    const key = Buffer.from(`${seed} ${number}`);
    // The id is the hash of the key, its sixteen digits written as the letters from a to p.
    const first = createHash('sha256').update(key).digest()[0] as number;
    if (first >= low && first <= high) return key.toString('base64');
  }
}
