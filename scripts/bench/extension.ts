/** Builds the small extensions that the bench puts into the browser. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleForPage } from '../drive/bundle.ts';
import { CONTENT_SCRIPT_MINIFY } from '../shrink-content-script.ts';

/** A content script that holds the product's modules and the peers, minified as the product's own is. */
export async function bundleContentScript(): Promise<string> {
  return bundleForPage('scripts/bench/in-page/main.ts', 'bench', CONTENT_SCRIPT_MINIFY);
}

/** Lays an extension into a folder: content scripts by file name, run in that order on addresses that match. */
export function writeExtension(folder: string, matches: string[], scripts: Record<string, string>): string {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Sidelight bench',
    version: '1',
    permissions: ['storage', 'unlimitedStorage'],
    content_scripts: [{ matches, js: Object.keys(scripts), run_at: 'document_idle' }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'store.html'), '<!doctype html><title>store</title>');
  for (const [name, code] of Object.entries(scripts)) writeFileSync(join(folder, name), code);
  return folder;
}
