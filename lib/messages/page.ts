/**
 * What a content script answers to the extension's own pages and to the background, and in which shapes.
 * No zod here: the content script imports it.
 */
import type { Selectors } from '@/lib/model/note';

/** What is known of the article on a page. `published` is a coarse date or null where the page gives none. */
export type ArticleFacts = {
  url: string;
  canonical: string;
  title: string;
  published: string | null;
  language: string;
};

/** A topic mentioned on a page, in order of first mention. */
export type PageTopic = { topic: string; group: string; count: number };

/** The passage that the reader has selected on the page. */
export type PageSelection = { text: string; selectors: Selectors };

/** The state of one visit to one page. */
export type PageState = {
  /** `on`: scanned and painted; `off`: the reader switched this site off; `no-index`: nothing is installed to look for. */
  running: 'on' | 'off' | 'no-index';
  article: ArticleFacts;
  topics: PageTopic[];
  selection: PageSelection | null;
};

/** Calls to the content script of a tab (top frame): name, request, response. */
export type PageCalls = {
  pageState: { request: null; response: PageState };
  scrollToMention: { request: { topic: string }; response: { found: boolean } };
  stepMention: { request: { direction: 1 | -1 }; response: { found: boolean } };
};
