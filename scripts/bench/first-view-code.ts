/**
 * What code the card loads before it shows its first view: all that `card.html` imports without being asked to, by
 * whose it is. The release is built once more with source maps, which say of each character from which module it came.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'wxt';
import { atMost, plain, type Section } from './report.ts';
import { toText } from './statistics.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Most that may stand there beside React, gzipped. */
const OWN_LIMIT_KB = 20;

/** Packages whose weight is known and taken. All others count as ours: we chose to load them. */
const TAKEN = ['react', 'react-dom'] as const;
/** What comes with them. */
const COMES_WITH: Record<string, (typeof TAKEN)[number]> = { scheduler: 'react-dom' };

const ignore = () => {};
/** Failures are thrown as well: nothing is lost. */
const SILENT = {
  level: 0,
  debug: ignore,
  log: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  fatal: ignore,
  success: ignore,
};

/** The card's first code, weighed. */
export async function weighFirstViewCode(): Promise<Section> {
  const scratch = mkdtempSync(join(tmpdir(), 'sidelight-code-'));
  try {
    await build({
      root: ROOT,
      browser: 'chrome',
      mode: 'production',
      outDir: scratch,
      outDirTemplate: 'built',
      logger: SILENT,
      vite: () => ({ logLevel: 'silent', build: { sourcemap: true } }),
    });
    return toSection(splitByPackage(join(scratch, 'built')));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function toSection(code: Map<string, string>): Section {
  const taken: readonly string[] = TAKEN;
  const others = [...code].filter(([name]) => !taken.includes(name));
  const toKb = (texts: string[]) => gzipSync(texts.join('\n'), { level: 9 }).length / 1_024;
  const parts = others.map(([name, text]) => `${name || 'own modules'} ${toText(toKb([text]))} KB`);
  const takenCode = [...code].filter(([name]) => taken.includes(name)).map(([, text]) => text);
  return {
    title: "code of the card's first view, gzipped",
    lines: [
      atMost('beside react and react-dom', toKb(others.map(([, text]) => text)), '', OWN_LIMIT_KB, ' KB'),
      plain('react and react-dom', toKb(takenCode), '', ' KB'),
      atMost('zod', toKb([code.get('zod') ?? '']) - toKb(['']), '', 0, ' KB'),
    ],
    notes: [
      `Beside them: ${parts.join(', ')}.`,
      'All that card.html loads before a section is opened, split by module and each part packed by itself.',
    ],
  };
}

/** The loaded code of each package by name; what is of no package stands under ''. */
function splitByPackage(folder: string): Map<string, string> {
  const code = new Map<string, string>();
  for (const chunk of listChunks(folder)) {
    const text = readFileSync(chunk, 'utf8');
    // The bundler's own few lines have no map: they are of no package.
    if (!existsSync(`${chunk}.map`)) {
      code.set('', (code.get('') ?? '') + text);
      continue;
    }
    const map = new SourceMap(JSON.parse(readFileSync(`${chunk}.map`, 'utf8')));
    const lines = text.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '').split('\n');
    for (const [row, line] of lines.entries()) {
      for (let column = 0; column < line.length; column++) {
        const entry = map.findEntry(row, column);
        const owner = toPackage(('originalSource' in entry && entry.originalSource) || '');
        code.set(owner, (code.get(owner) ?? '') + line[column]);
      }
    }
  }
  return code;
}

function toPackage(source: string): string {
  const name =
    source
      .split('/node_modules/')
      .at(-1)
      ?.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? '';
  if (!source.includes('/node_modules/')) return '';
  return COMES_WITH[name] ?? name;
}

/** The files of the scripts that the card's page names, and of all that these import at once. */
function listChunks(folder: string): string[] {
  const page = readFileSync(join(folder, 'card.html'), 'utf8');
  const waiting = [...page.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map(([, file]) =>
    join(folder, file as string),
  );
  const found = new Set<string>();
  for (let chunk = waiting.pop(); chunk; chunk = waiting.pop()) {
    if (found.has(chunk)) continue;
    found.add(chunk);
    const imports = readFileSync(chunk, 'utf8').matchAll(/\b(?:from|import)\s*["'`](\.[^"'`]+\.js)["'`]/g);
    waiting.push(...[...imports].map(([, file]) => resolve(chunk, '..', file as string)));
  }
  return [...found];
}
