/**
 * What a content script answers to the extension's own pages and to the background, and in which shapes.
 * No zod here: the content script imports it.
 */
import type { Passage } from '@/lib/anchor/describe';
import type { Selectors } from '@/lib/model/note';

/**
 * What a page says of itself. `linked`: the address that it gives as canonical, or empty. `written`: the texts in
 * which it may say when it was published (JSON-LD, dates).
 */
export type PageFacts = {
  url: string;
  linked: string;
  title: string;
  language: string;
  written: string[];
};

/** What is known of the article on a page. `published` is a coarse date or null where the page gives none. */
export type ArticleFacts = Omit<PageFacts, 'linked' | 'written'> & {
  canonical: string;
  published: string | null;
};

/** A topic mentioned on a page, in order of first mention. */
export type PageTopic = { topic: string; group: string; count: number };

/** A sentence of the page around a mention: the words of the mention, and what stands on both sides. Shortened by "…". */
export type PageSentence = { before: string; name: string; after: string };

/** A topic mentioned on a page, with the sentence of its first mention. */
export type PageMention = PageTopic & { sentence: PageSentence };

/** The topics of a page in reading order; `inView` is the one that the reader has before the eyes. */
export type PageMentions = { topics: PageMention[]; inView: string | null };

/** The passage that the reader has selected on the page. */
export type PageSelection = { text: string; selectors: Selectors };

/** The same as the page says it. */
export type SaidSelection = { text: string; passage: Passage };

/** The state of one visit to one page. */
export type PageState<Facts = ArticleFacts, Selection = PageSelection> = {
  /** `on`: scanned and painted; `off`: the reader switched this site off; `no-index`: nothing is installed to look for. */
  running: 'on' | 'off' | 'no-index';
  article: Facts;
  topics: PageTopic[];
  selection: Selection | null;
};

/** Calls to the content script of a tab (top frame): name, request, response. */
export type PageCalls = {
  pageState: { request: null; response: PageState<PageFacts, SaidSelection> };
  /** `waits`: answered when the page has been scrolled to rest, or after two seconds. */
  pageMentions: { request: { waits: boolean }; response: PageMentions };
  scrollToMention: { request: { topic: string }; response: { found: boolean } };
  stepMention: { request: { direction: 1 | -1 }; response: { found: boolean } };
};
