import type { ToCard } from '@/lib/messages/card-port';
import { isSelection } from '@/lib/messages/is-selection';
import { isRecord, isText } from '@/lib/messages/is-text';
import { LONGEST_ADDRESS } from '@/lib/messages/longest-address';
import type { PageFacts, PageTopic, Written } from '@/lib/messages/page';

/** Longest texts that a page may put into a message, in UTF-16 units, and most of them. */
export const LIMITS = {
  id: 80,
  word: 300,
  site: 253,
  address: LONGEST_ADDRESS,
  title: 1_000,
  written: 200,
  text: 200_000,
  label: 100,
  language: 35,
  topics: 5_000,
};

/** Whether a message of the reader session has one of the shapes we know, with texts of sane length. */
export function isToCard(message: unknown): message is ToCard {
  if (!isRecord(message)) return false;
  if (message.type === 'hide') return true;
  return (
    isSubject(message) &&
    Number.isSafeInteger(message.visit) &&
    isText(message.site, LIMITS.site) &&
    typeof message.focus === 'boolean' &&
    isArticle(message.article) &&
    Array.isArray(message.pageTopics) &&
    message.pageTopics.length <= LIMITS.topics &&
    message.pageTopics.every(isPageTopic)
  );
}

function isStep(step: unknown): boolean {
  return isRecord(step) && Number.isSafeInteger(step.at) && Number.isSafeInteger(step.of);
}

function isSubject(message: Record<string, unknown>): boolean {
  if (message.type === 'note') return isText(message.id, LIMITS.id);
  if (message.type === 'write') return isSelection(message.selection);
  return (
    message.type === 'show' &&
    isText(message.topic, LIMITS.id) &&
    isText(message.word, LIMITS.word) &&
    (message.step === null || isStep(message.step))
  );
}

function isArticle(article: unknown): article is PageFacts {
  return (
    isRecord(article) &&
    isText(article.url, LIMITS.address) &&
    isText(article.linked, LIMITS.address) &&
    isText(article.title, LIMITS.title) &&
    isText(article.language, LIMITS.language) &&
    typeof article.isList === 'boolean' &&
    Array.isArray(article.written) &&
    article.written.length <= LIMITS.written &&
    article.written.every(isWritten)
  );
}

function isWritten(entry: unknown): entry is Written {
  return (
    isRecord(entry) &&
    (entry.from === 'json-ld' || entry.from === 'meta' || entry.from === 'time') &&
    isText(entry.label, LIMITS.label) &&
    isText(entry.text, LIMITS.text)
  );
}

function isPageTopic(entry: unknown): entry is PageTopic {
  return (
    isRecord(entry) &&
    isText(entry.topic, LIMITS.id) &&
    isText(entry.group, LIMITS.id) &&
    Number.isSafeInteger(entry.count)
  );
}
