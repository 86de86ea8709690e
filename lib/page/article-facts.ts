/** What a page says of itself: its address, title, language, and the day it was published. */
import type { ArticleFacts } from '@/lib/messages/page';

/** Longer JSON-LD is not parsed: it would stall the page, and the date stands elsewhere too. */
const LONGEST_JSON_LD = 200_000;
/** Nothing on the web is older; a date before it is a server's zero. */
const FIRST_DAY = '1995-01-01';
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|WebPage)$/;
const DATED = '[property="article:published_time"],[name="article:published_time"],:is(article,main) time';
const TRACKING_PARAMETER = /^(?:utm_\w+|\w+clk?id|mc_[ce]id|igshid|ref_src|spm|cmpid|smid)=/;

/** Facts of the article in the document, as the page states them now. `today` is `YYYY-MM-DD`. */
export function readArticleFacts(document: Document, today: string): ArticleFacts {
  return {
    url: addressOf(document),
    canonical: canonicalAddress(document),
    title: document.title.slice(0, 1_000),
    published: publishedDate(document, today),
    language: /^[a-z]{2,3}(?:-\w{2,8})*$/i.exec(document.documentElement.lang)?.[0] ?? '',
  };
}

/** The document's address without fragment. */
export function addressOf({ URL }: Document): string {
  return URL.split('#')[0] as string;
}

/** Hosts of one site for different devices. */
const BY_DEVICE = /^(?:www|m|mobile|amp)\./;

/** The site's own word for the address, when it speaks of the same site; else the address without trackers. */
export function canonicalAddress(document: Document): string {
  const here = new URL(addressOf(document));
  const link = document.querySelector<HTMLLinkElement>('link[rel~=canonical i][href]');
  const stated = URL.parse(link?.href ?? '');
  // Some sites state their front page as canonical of every article: notes of all articles would meet there.
  if (stated?.host.replace(BY_DEVICE, '') === here.host.replace(BY_DEVICE, '')) {
    if (stated.pathname + stated.search !== '/') return stated.href.replace(/#.*/, '');
  }
  const parameters = here.search.slice(1).split('&');
  here.search = parameters.filter((parameter) => !TRACKING_PARAMETER.test(parameter)).join('&');
  return here.href;
}

/**
 * The day of publication (or month, where the page says no more) as the page writes it, without moving it to
 * another time zone: JSON-LD, then `article:published_time`, then `<time>` in the article. Null where none can
 * be true.
 */
export function publishedDate(document: Document, today: string): string | null {
  for (const written of writtenDates(document)) {
    const [, year, month, dayOfMonth] = /^\s*(\d{4})-?(\d\d)(?:-?(\d\d))?(?!\d)/.exec(`${written}`) ?? [];
    const day = [year, month, dayOfMonth].filter(Boolean).join('-');
    // A day that is in no calendar is no date to Firefox, and another day to Chromium.
    if (day >= FIRST_DAY && day <= today && new Date(day).toJSON()?.startsWith(day)) return day;
  }
  return null;
}

function* writtenDates(document: Document): Generator<unknown> {
  for (const { textContent: text } of document.querySelectorAll('script[type="application/ld+json" i]')) {
    try {
      if (text && text.length < LONGEST_JSON_LD) yield* articleDates(JSON.parse(text));
    } catch {
      // Broken or bottomless JSON-LD is as good as none: the page is not ours to mend.
    }
  }
  // In the order of the page: the head comes before the article.
  for (const element of document.querySelectorAll(DATED)) {
    yield element.getAttribute('content') ?? element.getAttribute('datetime');
  }
}

/** Dates of all articles in a value, outer ones first. */
function* articleDates(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || !value) return;
  const { '@type': type, datePublished } = value as Record<string, unknown>;
  if ([type].flat().some((name) => ARTICLE_TYPE.test(`${name}`))) yield datePublished;
  for (const inner of Object.values(value)) yield* articleDates(inner);
}
