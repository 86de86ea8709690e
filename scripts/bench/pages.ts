/** The saved pages, served on loopback as pages that cannot run or fetch anything. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MadePage, type Served, serve } from '../demo/serve.ts';

/**
 * Nothing runs and nothing is fetched but what stands in the page itself; with the page alone in its process
 * the clock is fine enough for a scan (5 µs instead of 100).
 */
const HEADERS = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cache-control': 'no-store',
};

/** A served page: `name` is its file's without ending. */
export type BenchPage = { name: string; address: string; html: string };

/** The pages of a run and the server behind them. */
export type BenchSite = Served & {
  pages: BenchPage[];
  /** The address of a page at which another extension's content scripts run. */
  addressFor(extension: string, page: BenchPage): string;
  /** The address of a page that was made for a measurement. */
  madeAddress(name: string): string;
};

/**
 * Serves the pages of a folder and made ones by name, all below `/pages/` and `/made/` and once more below each of the
 * `roots`. With a `limit`, of the folder's only so many, spread evenly over the list by size.
 */
export async function servePages(
  folder: string,
  made: Record<string, string>,
  roots: readonly string[],
  limit: number | null,
): Promise<BenchSite> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ name: file.slice(0, -5), html: readFileSync(join(folder, file), 'utf8') }));
  const chosen = limit ? spreadOver(files, limit) : files;
  const answers: Record<string, MadePage> = {};
  for (const root of ['pages', ...roots]) {
    for (const { name, html } of chosen) answers[`/${root}/${name}`] = { body: html, headers: HEADERS };
  }
  for (const [name, html] of Object.entries(made))
    answers[`/made/${name}`] = { body: html, headers: HEADERS };
  const site = await serve(folder, answers);
  return {
    ...site,
    pages: chosen.map(({ name, html }) => ({
      name,
      html,
      address: `${site.origin}/pages/${encodeURI(name)}`,
    })),
    addressFor: (extension, { name }) => `${site.origin}/${extension}/${encodeURI(name)}`,
    madeAddress: (name) => `${site.origin}/made/${name}`,
  };
}

function spreadOver<File extends { html: string }>(files: File[], count: number): File[] {
  const bySize = files.toSorted((a, b) => a.html.length - b.html.length);
  const step = Math.max(1, bySize.length / count);
  return bySize.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step)).slice(0, count);
}
