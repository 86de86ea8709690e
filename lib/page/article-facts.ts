/** What a page says of itself: its address, title, language, and where it writes dates. */
import type { PageFacts } from '@/lib/messages/page';

/** Longest text that may hold a date, and most of them that are taken. */
const LONGEST_WRITTEN = 200_000;
const MOST_WRITTEN = 100;
const DATED =
  'script[type="application/ld+json" i],[property="article:published_time"],[name="article:published_time"],:is(article,main) time';
const TRACKING_PARAMETER = /^(?:utm_\w+|\w+clk?id|mc_[ce]id|igshid|ref_src|spm|cmpid|smid)=/;

/** Facts of the article in the document, as the page states them now. */
export function readPageFacts(document: Document): PageFacts {
  return {
    url: addressOf(document),
    canonical: canonicalAddress(document),
    title: document.title.slice(0, 1_000),
    language: document.documentElement.lang.slice(0, 35),
    written: [...document.querySelectorAll(DATED)]
      .slice(0, MOST_WRITTEN)
      .map((element) =>
        (
          element.getAttribute('content') ??
          element.getAttribute('datetime') ??
          element.textContent ??
          ''
        ).slice(0, LONGEST_WRITTEN),
      ),
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
