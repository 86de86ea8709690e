/**
 * What a content script answers to the extension's own pages and to the background, and in which shapes.
 * No zod here: the content script imports it.
 */
import type { Passage } from '@/lib/anchor/describe';
import type { Selectors } from '@/lib/model/note';

/** A text in which a page may say when its article was published. `label`: what it is called there, in lower case. */
export type Written = { from: 'json-ld' | 'meta' | 'time'; label: string; text: string };

/**
 * What a page says of itself. `linked`: the address that it gives as canonical, or empty. `isList`: it leads to several
 * articles instead of being one. `written`: where it may say when it was published.
 */
export type PageFacts = {
  url: string;
  linked: string;
  title: string;
  language: string;
  isList: boolean;
  written: Written[];
};

/**
 * What came of the dates that a page gives. `date` is a day, or a month where the page says no more; `updated` is a day
 * more than one day later. `dates`: the dates that the reason is about.
 */
export type ArticleDate =
  | { is: 'found'; date: string; from: Written['from'] | 'address'; updated: string | null }
  | { is: 'none'; why: 'silent' | 'differ' | 'several' | 'living' | 'future' | 'early'; dates: string[] };

/** What is known of the article on a page. `published`: its date as a card uses it, the page's or the reader's; or null. */
export type ArticleFacts = Omit<PageFacts, 'linked' | 'written' | 'isList'> & {
  canonical: string;
  published: string | null;
  dated: ArticleDate;
};

/** A topic mentioned on a page, in order of first mention. */
export type PageTopic = { topic: string; group: string; count: number };

/** A sentence of the page around a mention: the words of the mention, and what stands on both sides. Shortened by "…". */
export type PageSentence = { before: string; name: string; after: string };

/** A topic mentioned on a page, with the sentence of its first mention. */
export type PageMention = PageTopic & { sentence: PageSentence };

/** The topics of a page in reading order; `inView` is the one that the reader is looking at. */
export type PageMentions = { topics: PageMention[]; inView: string | null };

/** Topics mentioned in a passage, and those beside it in its paragraphs. */
export type TopicsNear = { within: string[]; around: string[] };

/** The passage that the reader has selected on the page. `near` is absent where nothing was looked for on it. */
export type PageSelection = { text: string; selectors: Selectors; near?: TopicsNear | undefined };

/** The same as the page says it. */
export type SaidSelection = { text: string; passage: Passage; near?: TopicsNear | undefined };

/** A note on a page, as far as the page needs to know it: never what the reader wrote. */
export type PageNote = { id: string; selectors: Selectors };

/**
 * Ids of the notes whose passage stands on the page, and of those whose passage does not; of others nothing is known yet. `unsure`: those of the
 * found ones whose passage may be another that looks alike.
 */
export type NotesStanding = { found: string[]; missing: string[]; unsure: string[] };

/** The state of one visit to one page. */
export type PageState<Facts = ArticleFacts, Selection = PageSelection> = {
  /** `on`: scanned and painted; `off`: the reader switched this site off; `no-index`: nothing is installed to look for. */
  running: 'on' | 'off' | 'no-index';
  article: Facts;
  topics: PageTopic[];
  selection: Selection | null;
  notes: NotesStanding;
};

/** Calls to the content script of a tab (top frame): name, request, response. */
export type PageCalls = {
  pageState: { request: null; response: PageState<PageFacts, SaidSelection> };
  /** `waits`: answered when the page has been scrolled to rest, or after two seconds. */
  pageMentions: { request: { waits: boolean }; response: PageMentions };
  scrollToMention: { request: { topic: string }; response: { found: boolean } };
  stepMention: { request: { direction: 1 | -1 }; response: { found: boolean } };
  /** Scrolls to the passage of a note. */
  scrollToNote: { request: { id: string }; response: { found: boolean } };
  /** Opens the card beside the reader's selection to write a note on it. Not opened where nothing is selected or no visit runs. */
  noteSelection: { request: null; response: { opened: boolean } };
};
