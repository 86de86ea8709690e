import * as stored from '@/lib/db/notes';
import { listTopics, loadTopic } from '@/lib/db/topics';
import type { Note } from '@/lib/model/note';
import { searchIn } from './search-in';

/** The notes of an article, newest first. `canonical` is `ArticleFacts.canonical`. */
export function notesOfPage(canonical: string): Promise<Note[]> {
  return stored.listNotesOfPage(canonical);
}

/** The notes on a topic, from any article, newest first; also those written under an id that it had before. */
export async function notesOfTopic(topicId: string): Promise<Note[]> {
  const topic = await loadTopic(topicId);
  return stored.listNotesOfTopics([
    ...new Set([topicId, ...(topic ? [topic.id, ...(topic.formerIds ?? [])] : [])]),
  ]);
}

/** The notes changed last, newest first, at most `limit`. */
export function latestNotes(limit: number): Promise<Note[]> {
  return stored.listLatestNotes(limit);
}

/** The notes in which edits met and the reader has not chosen yet, newest first. */
export function metNotes(): Promise<Note[]> {
  return stored.listMetNotes();
}

/** How many notes there are. Hidden ones do not count. */
export function countNotes(): Promise<number> {
  return stored.countNotes();
}

/**
 * The notes that hold every word of the query (in their texts, quote, title, tags or names of topics), best
 * first. A blank query finds nothing.
 */
export async function searchNotes(query: string): Promise<Note[]> {
  if (query.trim() === '') return [];
  return searchIn(await stored.listNotes(), await listTopics(), query);
}
