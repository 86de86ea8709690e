/** What a page says of itself: its address, title, language, and where it writes dates. */
import type { PageFacts } from '@/lib/messages/page';
import { addressOf } from './address-of';

/** Longest text that may hold a date. */
const LONGEST_WRITTEN = 200_000;
const DATED =
  'script[type="application/ld+json" i],[property="article:published_time"],[name="article:published_time"],:is(article,main) time';

/** Gives the facts as they were when first read at this address. */
export type Recall = (read: (document: Document) => PageFacts) => PageFacts;

/** Facts of the article in the document, as the page states them now. */
export function readPageFacts(document: Document): PageFacts {
  return {
    url: addressOf(document),
    linked: document.querySelector<HTMLLinkElement>('link[rel~=canonical i][href]')?.href ?? '',
    title: document.title.slice(0, 1_000),
    language: document.documentElement.lang.slice(0, 35),
    written: [...document.querySelectorAll(DATED)].map((element) =>
      (
        (element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.textContent) as string
      ).slice(0, LONGEST_WRITTEN),
    ),
  };
}
