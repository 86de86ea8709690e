/**
 * What a note is found by, with weights, and the day it is sorted by. A topic is found by its id and not by its name:
 * the names are looked up when the reader asks, so an update of a pack changes no index.
 */
import { foldForSearch } from './fold-for-search';
import type { Note } from './note';
import { toWords } from './search-words';

/** How much a word in a field says about the note. */
const WEIGHTS = { tags: 5, body: 3, title: 2, quote: 2, topics: 2 } as const;

/** The most that a word can weigh in a note: the index keeps four bits. */
const MOST_WEIGHT = 15;

/** Words that no text holds: by them a note is found by what it is on. */
export const MARKS = {
  topic: (id: string) => `\u0001t${id}`,
  tag: (tag: string) => `\u0001g${foldForSearch(tag)}`,
  site: (host: string) => `\u0001s${host}`,
} as const;

/** The words of a note, each with its weight from 1 to 15; none for a hidden note. */
export function toNoteWords(note: Note): Map<string, number> {
  const words = new Map<string, number>();
  if (note.hidden) return words;
  const add = (text: string, weight: number) => {
    for (const word of toWords(text)) words.set(word, Math.min(MOST_WEIGHT, (words.get(word) ?? 0) + weight));
  };
  for (const text of [note.body, ...note.versions]) add(text, WEIGHTS.body);
  if (note.event) add(note.event.text, WEIGHTS.body);
  for (const tag of note.tags) add(tag, WEIGHTS.tags);
  // Where no installed pack names a topic, its id is what the reader sees.
  for (const id of note.topics) add(id, WEIGHTS.topics);
  add(note.target?.title ?? '', WEIGHTS.title);
  add(note.target?.selectors?.quote.exact ?? '', WEIGHTS.quote);
  for (const id of note.topics) words.set(MARKS.topic(id), 1);
  for (const tag of note.tags) words.set(MARKS.tag(tag), 1);
  for (const host of toHosts(note.target?.canonical ?? '')) words.set(MARKS.site(host), 1);
  return words;
}

/** The site of an address and those it is a part of, down to two labels: asia.nikkei.com, nikkei.com. */
function toHosts(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const labels = new URL(address).hostname.replace(/^www\./, '').split('.');
  return labels.slice(0, Math.max(1, labels.length - 1)).map((_, from) => labels.slice(from).join('.'));
}
