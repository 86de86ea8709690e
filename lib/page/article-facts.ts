/** What a page says of itself: its address, title, language, and the day it was published. */
import type { ArticleFacts } from '@/lib/messages/page';
import { isCoarseDate } from '@/lib/time/coarse-date';

/** Longer JSON-LD is not parsed: it would stall the page, and the date stands elsewhere too. */
const LONGEST_JSON_LD = 200_000;
/** Nothing on the web is older; a date before it is a server's zero. */
const FIRST_YEAR = 1995;
const DEEPEST = 6;
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting|WebPage)$/;
const TRACKING_PARAMETER =
  /^(?:utm_.+|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|igshid|_hs(?:enc|mi)|ref_src|spm|cmpid|smid|xtor|at_(?:medium|campaign))$/;

/** Facts of the article in the document, as the page states them today. `today` is `YYYY-MM-DD`. */
export function readArticleFacts(document: Document, address: string, today: string): ArticleFacts {
  const url = address.replace(/#.*$/, '');
  return {
    url,
    canonical: canonicalAddress(document, url),
    title: readTitle(document),
    published: publishedDate(document, today),
    language: readLanguage(document),
  };
}

/** The site's own word for the address, when it speaks of the same site; else the address without trackers. */
export function canonicalAddress(document: Document, address: string): string {
  const here = new URL(address);
  const stated = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href');
  if (stated && URL.canParse(stated, address)) {
    const canonical = new URL(stated, address);
    // Some sites state their front page as canonical of every article: notes of all articles would meet there.
    const isFrontPage = canonical.pathname === '/' && !canonical.search && here.pathname !== '/';
    if (isSameSite(canonical, here) && !isFrontPage) return withoutFragment(canonical);
  }
  for (const name of [...here.searchParams.keys()]) {
    if (TRACKING_PARAMETER.test(name)) here.searchParams.delete(name);
  }
  return withoutFragment(here);
}

function isSameSite(a: URL, b: URL): boolean {
  if (!/^https?:$/.test(a.protocol)) return false;
  const left = bareHost(a);
  const right = bareHost(b);
  return left === right || left.endsWith(`.${right}`) || right.endsWith(`.${left}`);
}

function bareHost(url: URL): string {
  return url.hostname.replace(/^(?:www|m|mobile|amp)\./, '');
}

function withoutFragment(url: URL): string {
  url.hash = '';
  return url.href;
}

function readTitle(document: Document): string {
  const title = metaContent(document, 'meta[property="og:title" i]') ?? document.title;
  return title.replace(/\s+/g, ' ').trim().slice(0, 1000);
}

function readLanguage(document: Document): string {
  const stated = document.documentElement.lang || metaContent(document, 'meta[property="og:locale" i]') || '';
  const tag = stated.trim().replace('_', '-');
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : '';
}

/**
 * The day of publication as the page writes it, without moving it to another time zone: JSON-LD, then
 * `article:published_time`, then `<time>` in the article. Null where none is a day that can be true.
 */
export function publishedDate(document: Document, today: string): string | null {
  return (
    firstDate(jsonLdDates(document), today) ??
    firstDate(metaDates(document), today) ??
    firstDate(timeDates(document), today)
  );
}

function firstDate(candidates: Iterable<unknown>, today: string): string | null {
  for (const candidate of candidates) {
    const date = typeof candidate === 'string' ? toDay(candidate, today) : null;
    if (date) return date;
  }
  return null;
}

/** `YYYY-MM-DD` at the head of a text; null before 1995, after `today`, and for days that do not exist. */
function toDay(written: string, today: string): string | null {
  const found = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(written);
  if (!found) return null;
  const day = `${found[1]}-${found[2]}-${found[3]}`;
  return Number(found[1]) >= FIRST_YEAR && day <= today && isCoarseDate(day) ? day : null;
}

function* jsonLdDates(document: Document): Generator<unknown> {
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const text = script.textContent ?? '';
    if (text.length > LONGEST_JSON_LD || !text.includes('datePublished')) continue;
    yield* articleDates(parse(text), 0);
  }
}

/** Broken JSON-LD is as good as none: the page is not ours to mend. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function* articleDates(value: unknown, depth: number): Generator<unknown> {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
  if (Array.isArray(value)) {
    for (const item of value) yield* articleDates(item, depth + 1);
    return;
  }
  const thing = value as Record<string, unknown>;
  const types = [thing['@type']].flat();
  if (types.some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type))) yield thing.datePublished;
  yield* articleDates(thing['@graph'], depth + 1);
  yield* articleDates(thing.mainEntity, depth + 1);
}

function metaContent(document: Document, selector: string): string | null {
  return document.querySelector(selector)?.getAttribute('content') ?? null;
}

function* metaDates(document: Document): Generator<unknown> {
  yield metaContent(
    document,
    'meta[property="article:published_time" i],meta[name="article:published_time" i]',
  );
}

/** A time marked as the publication wins over the first one, which may be that of a comment or a teaser. */
function* timeDates(document: Document): Generator<unknown> {
  const article = document.querySelector('article,main,[role="main"]') ?? document.body;
  if (!article) return;
  yield article
    .querySelector('time[itemprop~="datePublished" i],time[pubdate],time.published')
    ?.getAttribute('datetime');
  for (const time of article.querySelectorAll('time[datetime]')) yield time.getAttribute('datetime');
}
