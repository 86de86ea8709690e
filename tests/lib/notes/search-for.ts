import { listTopics } from '@/lib/db/topics';
import type { Note } from '@/lib/model/note';
import { NO_FILTER, type NoteQuery } from '@/lib/model/note-query';
import { loadFound, searchNotes, toTopicWords } from '@/lib/notes/search-notes';

/** The notes that a search finds, in its order. */
export async function searchFor(text: string, more: Partial<NoteQuery> = {}): Promise<Note[]> {
  const query: NoteQuery = { text, filter: NO_FILTER, order: 'relevance', ...more };
  const { found } = await searchNotes(query, toTopicWords(await listTopics()));
  return (await loadFound(found.slice(0, found.count))).filter((note) => note !== null);
}
