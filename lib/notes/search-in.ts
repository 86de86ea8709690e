import MiniSearch from 'minisearch';
import { foldForSearch } from '@/lib/model/fold-for-search';
import type { Note } from '@/lib/model/note';
import type { Topic } from '@/lib/model/pack';

const RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{L}\p{M}\p{N}]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The notes in which each word of the query is found, best first. Pure. */
export function searchIn(notes: Note[], topics: Topic[], query: string): Note[] {
  const words = toWords(query, 'query');
  if (words.length === 0) return [];
  const names = new Map(
    topics.flatMap((topic) =>
      [topic.id, ...(topic.formerIds ?? [])].map((id) => [
        id,
        topic.names.map((name) => name.text).join('\n'),
      ]),
    ),
  );
  const search = new MiniSearch<Record<'id' | 'text' | 'quote' | 'title' | 'tags' | 'topics', string>>({
    fields: ['text', 'quote', 'title', 'tags', 'topics'],
    tokenize: (text) => toWords(text, 'note'),
    processTerm: (word) => word,
  });
  search.addAll(
    notes.map((note, at) => ({
      id: String(at),
      text: [note.body, ...note.versions].join('\n'),
      quote: note.target?.selectors?.quote.exact ?? '',
      title: note.target?.title ?? '',
      tags: note.tags.join('\n'),
      topics: note.topics.map((id) => names.get(id) ?? id).join('\n'),
    })),
  );
  const found = search.search(query, {
    tokenize: (text) => toWords(text, 'query'),
    combineWith: 'AND',
    boost: { tags: 2, topics: 1.5 },
    prefix: (word) => !UNSPACED.test(word),
    // One slip in a word long enough to bear it; numbers and model names ("910C") must be right.
    fuzzy: (word) => (word.length > 4 && !UNSPACED.test(word) && !/\d/.test(word) ? 0.2 : false),
  });
  return found.flatMap(({ id }) => notes[Number(id)] ?? []);
}

/**
 * The words of a text. Chinese and Japanese have no spaces: a run of them is kept as its pairs of
 * characters, and in notes also as single ones, so that a single character can be looked for.
 */
function toWords(text: string, side: 'note' | 'query'): string[] {
  return (foldForSearch(text).match(RUN) ?? []).flatMap((run) => {
    if (!UNSPACED.test(run)) return [run];
    const characters = [...run];
    const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
    return side === 'note' || pairs.length === 0 ? [...characters, ...pairs] : pairs;
  });
}
