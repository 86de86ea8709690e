/**
 * Notes as a document for people tells them: article by article, each with its topics by name and the statement it
 * stands at.
 */
import type { Citation } from '@/lib/card/citation';
import { chooseNames } from '@/lib/card/first-view';
import { loadPackOfTopic } from '@/lib/db/pack-of-topic';
import { listTopics } from '@/lib/db/topics';
import type { Note, Target } from '@/lib/model/note';
import { byEachId } from '@/lib/model/topic-ids';
import type { Translate } from '@/lib/time/format-date';
import { citeAt } from './cite-at';

/** In which languages a document reads packs, and how it says our own sentences. */
export type Words = { languages: readonly string[]; t: Translate };

/** A note as a document tells it. `statement`: the statement of a card that it stands at, if the pack still has it. */
export type ToldNote = { note: Note; topics: string[]; statement: Citation | null };

/** The notes on an article, in the order of their places in it; `target` null: those on no page, newest first. */
export type ToldArticle = { target: Target | null; notes: ToldNote[] };

/** Notes, newest first, by their articles; the article with the newest note first, and what stands on no page last. */
export async function tellNotes(notes: readonly Note[], words: Words): Promise<ToldArticle[]> {
  const tell = await toTelling(notes, words);
  const articles = Map.groupBy(notes, ({ target }) => target?.canonical ?? null);
  const told = [...articles].map(([canonical, those]): ToldArticle => {
    const notes = those.map(tell);
    return {
      target: those[0]?.target ?? null,
      notes: canonical === null ? notes : notes.sort(byPlace),
    };
  });
  return told.sort((a, b) => Number(a.target === null) - Number(b.target === null));
}

async function toTelling(notes: readonly Note[], { languages, t }: Words) {
  const topics = byEachId(await listTopics());
  const cited = new Set<string>();
  for (const { fact } of notes) {
    const topic = fact && topics.get(fact.split('/')[0] ?? '');
    if (topic) cited.add(topic.id);
  }
  const packs = new Map(
    await Promise.all([...cited].map(async (id) => [id, await loadPackOfTopic(id)] as const)),
  );
  return (note: Note): ToldNote => {
    const [id = '', path = ''] = note.fact?.split('/') ?? [];
    const topic = topics.get(id);
    const date = note.target?.published ?? null;
    return {
      note,
      topics: note.topics.map((named) => {
        const known = topics.get(named);
        return known ? chooseNames(known, languages).name.text : named;
      }),
      statement: topic ? citeAt(path, topic, packs.get(topic.id) ?? null, date, languages, t) : null,
    };
  };
}

function byPlace(a: ToldNote, b: ToldNote): number {
  const place = ({ note }: ToldNote) => note.target?.selectors?.position.start ?? Number.POSITIVE_INFINITY;
  const [left, right] = [place(a), place(b)];
  return left === right ? a.note.createdAt - b.note.createdAt : left - right;
}
