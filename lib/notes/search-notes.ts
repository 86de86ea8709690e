/** Full-text search over the notes of all vaults, from their indexes (see lib/db/note-index.ts). */
import { findNotes, listMarked, type Search, type Term } from '@/lib/db/find-notes';
import { loadNotes } from '@/lib/db/notes';
import { ofOwnAndShared } from '@/lib/db/of-each-vault';
import type { Note } from '@/lib/model/note';
import { isFiltering, type NoteFilter, type NoteQuery } from '@/lib/model/note-query';
import { MARKS } from '@/lib/model/note-words';
import type { Topic } from '@/lib/model/pack';
import { maySlip, toWanted, toWords } from '@/lib/model/search-words';
import { idsOf } from '@/lib/model/topic-ids';
import { type FoundNote, Ranking } from './ranking';

/** Everything that was found, and how many notes are not in the index yet. */
export type FoundNotes = { found: Ranking; unindexed: number };

/** The words that topics are found by, made once for many searches. */
export type TopicWords = { ids: string[]; words: string[] }[];

/** What a search finds that asks for nothing. */
export const NOTHING: FoundNotes = { found: new Ranking([], 'date'), unindexed: 0 };

/** The words of the names of these topics. */
export function toTopicWords(topics: readonly Topic[]): TopicWords {
  return topics.map((topic) => ({
    ids: idsOf(topic),
    words: topic.names.flatMap(({ text }) => toWords(text)),
  }));
}

/**
 * The notes that hold every word of the query (in their texts, quote, title, tags or the names of their topics) and
 * pass the filter. A query without a word finds what the filter lets through; without a filter, nothing. Throws the signal's reason once it is aborted: what the reader asks by now is something else.
 */
export async function searchNotes(
  { text, filter, order }: NoteQuery,
  topics: TopicWords,
  signal?: AbortSignal,
): Promise<FoundNotes> {
  const wanted = toWanted(text);
  if (wanted.length === 0 && (text.trim() !== '' || !isFiltering(filter))) return NOTHING;
  const search: Search = {
    terms: [...wanted.map((each) => toTerm(each, topics)), ...toFilterTerms(filter, topics)],
    from: toStart(filter.from, 0) ?? Number.NEGATIVE_INFINITY,
    to: toStart(filter.to, 1) ?? Number.POSITIVE_INFINITY,
  };
  const findings = await ofOwnAndShared((vault) => findNotes(search, vault, signal));
  signal?.throwIfAborted();
  return {
    found: new Ranking(
      findings.map(({ hits }) => hits),
      order,
    ),
    unindexed: findings.reduce((sum, { unindexed }) => sum + unindexed, 0),
  };
}

/** The notes themselves, in the order given; `null` for one that is hidden by now. */
export async function loadFound(found: readonly FoundNote[]): Promise<(Note | null)[]> {
  const byVault = Map.groupBy(found, ({ vault }) => vault);
  const loaded = new Map<FoundNote, Note | null>();
  for (const [vault, of] of byVault) {
    const notes = await loadNotes(
      of.map(({ id }) => id),
      vault,
    );
    for (const [at, each] of of.entries()) loaded.set(each, notes[at] ?? null);
  }
  return found.map((each) => loaded.get(each) ?? null);
}

/** Ids of topics, tags, or sites that notes have and that begin so, in order, at most `limit`: what can be filtered by. */
export async function suggest(kind: keyof typeof MARKS, typed: string, limit: number): Promise<string[]> {
  const prefix = MARKS[kind](typed.trim().toLowerCase());
  const lists = await ofOwnAndShared((vault) => listMarked(prefix, limit, vault));
  const names = lists.flat().map((mark) => mark.slice(MARKS[kind]('').length));
  return [...new Set(names)].sort().slice(0, limit);
}

/** What a topic counts whose name holds the word, as if the word stood that often in the note. */
const TOPIC_WEIGHT = 6;

function toTerm({ word, isWhole }: ReturnType<typeof toWanted>[number], topics: TopicWords): Term {
  const named = topics.filter(({ words }) =>
    words.some((each) => (isWhole ? each === word : each.startsWith(word))),
  );
  return {
    anyOf: [{ word, isWhole, weight: 1 }, ...toTopicMarks(named, TOPIC_WEIGHT)],
    slipped: maySlip(word) ? word : null,
  };
}

function toFilterTerms({ topic, tag, site }: NoteFilter, topics: TopicWords): Term[] {
  const toPrefix = (word: string): Term => ({ anyOf: [{ word, isWhole: false, weight: 1 }], slipped: null });
  const chosen = topics.find(({ ids }) => topic !== null && ids.includes(topic));
  const host = site.trim().toLowerCase();
  return [
    ...(topic === null
      ? []
      : [{ anyOf: toTopicMarks([chosen ?? { ids: [topic], words: [] }], 1), slipped: null }]),
    ...(tag.trim() === '' ? [] : [toPrefix(MARKS.tag(tag.trim()))]),
    ...(host === '' ? [] : [toPrefix(MARKS.site(host.replace(/^www\./, '')))]),
  ];
}

function toTopicMarks(topics: TopicWords, weight: number) {
  return topics.flatMap(({ ids }) => ids.map((id) => ({ word: MARKS.topic(id), isWhole: true, weight })));
}

/** The first moment of a day in local time, or of the one `daysLater`; `null` for no day. */
function toStart(day: string | null, daysLater: number): number | null {
  const [, year, month, date] = /^(\d{4,})-(\d\d)-(\d\d)$/.exec(day ?? '') ?? [];
  return year === undefined
    ? null
    : new Date(Number(year), Number(month) - 1, Number(date) + daysLater).getTime();
}
