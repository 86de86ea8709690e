/** Who may import whom: each rule of biome.json is shown one wrong import in each folder that it guards. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const BIOME = join(ROOT, 'node_modules/.bin/biome');

const NO_REACT = 'lib/ knows no React';
const NO_ENTRYPOINT = 'know no entrypoint';
const ONLY_DB = 'Only lib/db touches Dexie';
const NOT_INJECTED = 'injected into every page';
const NO_DATABASE = 'The content script has no database';
const PURE = 'This is pure';
const PURE_PARTS = 'components/ are pure';
const NO_SIBLING = 'Entrypoints never import one another';

/** Folders whose code is injected into pages, by a file in each. */
const INJECTED = [
  'lib/reader/x.ts',
  'lib/page/x.ts',
  'lib/anchor/x.ts',
  'lib/detect/x.ts',
  'lib/settings/default-settings.ts',
  'lib/settings/is-site-on.ts',
  'lib/messages/answer-page.ts',
  'lib/messages/card-port.ts',
  'entrypoints/reader.content/x.ts',
  'entrypoints/reader-main.ts',
];

const WRONG: { file: string; imports: string; because: string }[] = [
  ...['react', 'react-dom/client', '@base-ui/react/dialog', 'lucide-react', '@/components/Button'].map(
    (imports) => ({
      file: 'lib/card/x.ts',
      imports,
      because: NO_REACT,
    }),
  ),
  { file: 'lib/db/x.ts', imports: 'react', because: NO_REACT },
  { file: 'lib/sync/x.ts', imports: 'react', because: NO_REACT },
  ...[
    'lib/card/x.ts',
    'lib/db/x.ts',
    'lib/sync/x.ts',
    'lib/reader/x.ts',
    'lib/detect/x.ts',
    'components/X.tsx',
    'components/hooks/x.ts',
  ].map((file) => ({ file, imports: '@/entrypoints/card/App', because: NO_ENTRYPOINT })),
  ...[
    'lib/notes/x.ts',
    'lib/packs/x.ts',
    'lib/sync/x.ts',
    'components/hooks/x.ts',
    'entrypoints/card/x.ts',
    'elsewhere/x.ts',
  ].map((file) => ({ file, imports: 'dexie', because: ONLY_DB })),
  ...INJECTED.flatMap((file) =>
    ['react', 'react-dom/client', 'dexie', 'zod', 'zod/mini', 'minisearch'].map((imports) => ({
      file,
      imports,
      because: NOT_INJECTED,
    })),
  ),
  ...INJECTED.flatMap((file) =>
    ['@/lib/db/topics', '@/lib/notes/write-note', '@/lib/packs/install'].map((imports) => ({
      file,
      imports,
      because: NO_DATABASE,
    })),
  ),
  { file: 'lib/detect/x.ts', imports: 'wxt/browser', because: PURE },
  { file: 'lib/sync/x.ts', imports: 'wxt/browser', because: PURE },
  { file: 'lib/sync/x.ts', imports: '@/lib/db/notes', because: PURE },
  ...[
    '@/lib/db/topics',
    '@/lib/notes/write-note',
    '@/lib/settings/settings-store',
    '@/lib/messages/call-page',
    'wxt/browser',
  ].map((imports) => ({ file: 'components/notes/X.tsx', imports, because: PURE_PARTS })),
  { file: 'entrypoints/card/x.ts', imports: '../popup/App', because: NO_SIBLING },
  { file: 'entrypoints/card/sections/x.ts', imports: '../../options/App', because: NO_SIBLING },
  { file: 'entrypoints/popup/x.ts', imports: '@/entrypoints/card/App', because: NO_SIBLING },
  { file: 'entrypoints/reader.content/x.ts', imports: '../card/App', because: NO_SIBLING },
];

const RIGHT: { file: string; imports: string }[] = [
  { file: 'lib/db/right.ts', imports: 'dexie' },
  { file: 'lib/model/right.ts', imports: 'zod' },
  { file: 'lib/notes/right.ts', imports: '@/lib/db/notes' },
  { file: 'lib/reader/right.ts', imports: '@/lib/detect/load-index' },
  { file: 'components/right.tsx', imports: 'react' },
  { file: 'components/hooks/right-db.ts', imports: '@/lib/db/topics' },
  { file: 'entrypoints/card/right.ts', imports: '@/lib/card/first-view' },
  { file: 'entrypoints/options/sections/right.ts', imports: '../words' },
];

/** One file for each import, so that each can be told apart: `lib/reader/x.ts` becomes `lib/reader/7/x.ts` where that is a folder. */
function placeFor(file: string, index: number): string {
  const fixed = INJECTED.includes(file) && !file.endsWith('/x.ts');
  return fixed ? file : file.replace(/x\.tsx?$/, (name) => `case-${index}-${name}`);
}

let folder: string;
let complaints: { path: string; text: string }[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-lint-'));
  const config = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }));
  const bodies = new Map<string, string>();
  const add = (path: string, imports: string) =>
    bodies.set(
      path,
      `${bodies.get(path) ?? ''}import * as m${bodies.get(path)?.length ?? 0} from '${imports}';\n`,
    );
  for (const [index, { file, imports }] of WRONG.entries()) add(placeFor(file, index), imports);
  for (const { file, imports } of RIGHT) add(file, imports);
  for (const [path, body] of bodies) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), body);
  }
  complaints = lint();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lint(): { path: string; text: string }[] {
  const args = ['lint', '--only=style/noRestrictedImports', '--max-diagnostics=none', '--reporter=json', '.'];
  let output = '';
  try {
    output = execFileSync(BIOME, args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (failure) {
    // Complaints end it with 1: the report is what we want.
    output = (failure as { stdout: string }).stdout;
  }
  const report = JSON.parse(output) as { diagnostics: { category: string; location: { path: unknown } }[] };
  return report.diagnostics.map((diagnostic) => ({
    path: JSON.stringify(diagnostic.location.path),
    text: JSON.stringify(diagnostic),
  }));
}

describe('an import against the rules is refused', () => {
  it.each(WRONG.map((wrong, index) => ({ ...wrong, path: placeFor(wrong.file, index) })))(
    '$imports in $file',
    ({ path, because }) => {
      // A file whose very name is in the rules holds several wrong imports: each has its own complaint.
      const expected = WRONG.filter(
        (wrong, index) => placeFor(wrong.file, index) === path && wrong.because === because,
      );
      const here = complaints.filter(
        (complaint) => complaint.path.includes(path) && complaint.text.includes(because),
      );
      expect(here).toHaveLength(expected.length);
    },
  );
});

describe('an import that the rules allow is let through', () => {
  it.each(RIGHT)('$imports in $file', ({ file }) => {
    expect(complaints.filter((complaint) => complaint.path.includes(file))).toEqual([]);
  });
});

describe('the content script', () => {
  it('reaches no React, Dexie or zod, however far its imports go', () => {
    const reached = followImports(join(ROOT, 'entrypoints/reader.content/index.ts'));
    expect(
      [...reached].filter((name) => /^(?:react|react-dom|dexie|zod|minisearch)(?:\/|$)/.test(name)),
    ).toEqual([]);
    expect([...reached]).toContain('wxt/utils/define-content-script');
  });
});

describe("the card's first view", () => {
  it('reaches no Dexie but by an import that waits', () => {
    const reached = followImports(join(ROOT, 'entrypoints/card/main.tsx'));
    expect([...reached].filter((name) => /^(?:dexie|zod)(?:\/|$)/.test(name))).toEqual([]);
    expect([...reached]).toContain('react-dom/client');
  });
});

/** Names of all modules that a file imports as values, through our own files; type-only imports do not count. */
function followImports(entry: string): Set<string> {
  const reached = new Set<string>();
  const queue = [entry];
  const visited = new Set<string>();
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (visited.has(file)) continue;
    visited.add(file);
    const source = readFileSync(file, 'utf8');
    for (const match of source.matchAll(
      /^(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm,
    )) {
      const name = match[1] ?? '';
      reached.add(name);
      const path = name.startsWith('@/')
        ? join(ROOT, name.slice(2))
        : name.startsWith('.')
          ? join(dirname(file), name)
          : null;
      const own = path && [`${path}.ts`, `${path}.tsx`, path].find(isFile);
      if (own && /\.tsx?$/.test(own)) queue.push(own);
    }
  }
  return reached;
}

function isFile(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    // Not there, or a folder.
    return false;
  }
}
