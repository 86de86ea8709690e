import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import type { ArticleDate } from '@/lib/messages/page';
import { readPageFacts } from '@/lib/page/article-facts';
import { toArticle } from '@/lib/page/to-article';

/** When the saved pages were labelled: later is the future to them. */
const TODAY = '2026-11-29';
const FOLDER = new URL('../../fixtures/dates/', import.meta.url);

/** A page written for the dates in it. `date` is what a person reads there, null where it has none. */
export type OwnPage = { page: string; url: string; date: string | null; because: string };

/** The pages that we have written ourselves, in the order of their names, with what each is about. */
export const OWN_PAGES: OwnPage[] = JSON.parse(readFileSync(new URL('own.json', FOLDER), 'utf8'));

/** The source of one of them. */
export function readOwnPage(page: string): string {
  return readFileSync(new URL(`pages/${page}.html`, FOLDER), 'utf8');
}

/** What saved pages of others say, by name, read by a person: one day, or more where a page writes the same moment as two. */
export function readLabels(): Record<string, string | string[] | null> {
  return JSON.parse(readFileSync(new URL('labels.json', FOLDER), 'utf8'));
}

/** What is decided of a page's date. Without an address, the page is taken to stand at the one that it states. */
export function decideSaved(html: string, url?: string): ArticleDate {
  const stated = new JSDOM(html).window.document.querySelector(
    'link[rel=canonical], meta[property="og:url"]',
  );
  const address = url ?? stated?.getAttribute('href') ?? stated?.getAttribute('content');
  const { document } = new JSDOM(html, { url: address ?? 'https://saved.example/page' }).window;
  return toArticle(readPageFacts(document), TODAY).dated;
}
