/** What a page says of itself: its address, title, language, and the day it was published. */
import type { ArticleFacts } from '@/lib/messages/page';

/** Longer JSON-LD is not parsed: it would stall the page, and the date stands elsewhere too. */
const LONGEST_JSON_LD = 200_000;
/** Nothing on the web is older; a date before it is a server's zero. */
const FIRST_DAY = '1995-01-01';
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|WebPage)$/;
const TRACKING_PARAMETER =
  /^(?:utm_\w+|(?:fb|g|d|y|ms)cl(?:k)?id|mc_[ce]id|igshid|_hs\w+|ref_src|spm|cmpid|smid|xtor)(?:=|$)/;

/** Facts of the article in the document, as the page states them now. `today` is `YYYY-MM-DD`. */
export function readArticleFacts(document: Document, today: string): ArticleFacts {
  const language =
    document.documentElement.lang || attribute(document, 'meta[property="og:locale"]', 'content');
  const tag = (language ?? '').trim().replace('_', '-');
  const title = attribute(document, 'meta[property="og:title"]', 'content') || document.title;
  return {
    url: document.URL.replace(/#.*/s, ''),
    canonical: canonicalAddress(document),
    title: title.replace(/\s+/g, ' ').trim().slice(0, 1_000),
    published: publishedDate(document, today),
    language: /^[a-z]{2,3}(?:-\w{2,8})*$/i.test(tag) ? tag : '',
  };
}

/** The site's own word for the address, when it speaks of the same site; else the address without trackers. */
export function canonicalAddress(document: Document): string {
  const here = new URL(document.URL);
  const stated = attribute(document, 'link[rel~="canonical" i]', 'href') ?? '';
  const canonical = stated && URL.canParse(stated, here) ? new URL(stated, here) : here;
  // Some sites state their front page as canonical of every article: notes of all articles would meet there.
  const isFrontPage = canonical.pathname + canonical.search === '/' && here.pathname !== '/';
  const url = bareHost(canonical) === bareHost(here) && !isFrontPage ? canonical : here;
  url.hash = '';
  if (url === here) {
    const kept = url.search.slice(1).split('&');
    url.search = kept.filter((parameter) => !TRACKING_PARAMETER.test(parameter)).join('&');
  }
  return url.href;
}

function bareHost({ protocol, host }: URL): string {
  return protocol.replace('s', '') + host.replace(/^(?:www|m|mobile|amp)\./, '');
}

function attribute(root: ParentNode, selector: string, name: string): string | null {
  return root.querySelector(selector)?.getAttribute(name) ?? null;
}

/**
 * The day of publication as the page writes it, without moving it to another time zone: JSON-LD, then
 * `article:published_time`, then `<time>` in the article. Null where none is a day that can be true.
 */
export function publishedDate(document: Document, today: string): string | null {
  for (const written of writtenDates(document)) {
    const found = /^\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)/.exec(String(written));
    const day = found?.slice(1).join('-') ?? '';
    if (day >= FIRST_DAY && day <= today && isInCalendar(day)) return day;
  }
  return null;
}

function isInCalendar(day: string): boolean {
  const time = Date.parse(`${day}T00:00Z`);
  // Date.parse takes 30 February for 2 March.
  return time > 0 && new Date(time).toISOString().startsWith(day);
}

function* writtenDates(document: Document): Generator<unknown> {
  for (const { textContent: text } of document.querySelectorAll('script[type="application/ld+json" i]')) {
    if (!text || text.length > LONGEST_JSON_LD) continue;
    try {
      yield* articleDates(JSON.parse(text), 0);
    } catch {
      // Broken JSON-LD is as good as none: the page is not ours to mend.
    }
  }
  yield attribute(
    document,
    '[property="article:published_time" i],[name="article:published_time" i]',
    'content',
  );
  const article = document.querySelector('article,main,[role=main]') ?? document;
  // A time marked as the publication wins over the first one, which may be that of a teaser.
  yield attribute(article, 'time[itemprop~=datePublished],time[pubdate]', 'datetime');
  for (const time of article.querySelectorAll('time[datetime]')) yield time.getAttribute('datetime');
}

function* articleDates(value: unknown, depth: number): Generator<unknown> {
  if (typeof value !== 'object' || !value || depth > 5) return;
  const thing = value as Record<string, unknown>;
  if ([thing['@type']].flat().some((type) => ARTICLE_TYPE.test(String(type)))) yield thing.datePublished;
  const inner = Array.isArray(value) ? value : [thing['@graph'], thing.mainEntity];
  for (const item of inner) yield* articleDates(item, depth + 1);
}
