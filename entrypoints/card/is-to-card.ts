import type { Telling } from '@/lib/anchor/find-twin';
import { PASSAGE_LIMITS } from '@/lib/anchor/passage-limits';
import type { ToCard } from '@/lib/messages/card-port';
import type { PageFacts, PageTopic, SaidSelection, TopicsNear, Written } from '@/lib/messages/page';

/** Longest texts that a page may put into a message, in UTF-16 units, and most of them. */
export const LIMITS = {
  id: 80,
  word: 300,
  site: 253,
  address: 4_000,
  title: 1_000,
  written: 200,
  text: 200_000,
  label: 100,
  language: 35,
  selected: 10_000,
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

function isSelection(selection: unknown): selection is SaidSelection {
  if (!isRecord(selection) || !isRecord(selection.passage)) return false;
  const { start, end, exact, before, after, telling } = selection.passage;
  return (
    isText(selection.text, LIMITS.selected) &&
    Number.isSafeInteger(start) &&
    Number.isSafeInteger(end) &&
    isText(exact, PASSAGE_LIMITS.quote) &&
    isText(before, PASSAGE_LIMITS.context) &&
    isText(after, PASSAGE_LIMITS.context) &&
    (telling === null || isTelling(telling)) &&
    (selection.near === undefined || isNear(selection.near))
  );
}

function isTelling(telling: unknown): telling is Telling {
  return isRecord(telling) && typeof telling.before === 'boolean' && typeof telling.after === 'boolean';
}

function isNear(near: unknown): near is TopicsNear {
  const isTopics = (list: unknown) =>
    Array.isArray(list) && list.length <= LIMITS.topics && list.every((id) => isText(id, LIMITS.id));
  return isRecord(near) && isTopics(near.within) && isTopics(near.around);
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}
