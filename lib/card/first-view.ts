/**
 * The first view of a card, as data: what a reader learns in five seconds. No words of ours in it; see
 * `first-view-text.ts` for those. Texts are the pack's, resolved to the reader's languages.
 */
import type { Fact, Insight, Topic, TopicKind } from '@/lib/model/pack';
import { pickTag, primaryOf, type ReadText, readText } from '@/lib/model/read-text';
import { asOf, type Division, outsideFold, type PlanState, planState } from '@/lib/time/as-of';
import { type CoarseDate, firstDay, lastDay, sortKey } from '@/lib/time/coarse-date';
import { markOfEvent } from './mark-of-event';
import { isReportedOnly, sourcesOf } from './sources-of';
import type { Mark } from './words';

/** What decides how a topic is first shown. `pageTopics`: ids of the topics that the page mentions. */
export type ViewContext = {
  articleDate: CoarseDate | null;
  /** The date is one that the reader has chosen, of no article. */
  isChosen?: boolean;
  pageTopics: readonly string[];
  today: CoarseDate;
  /** Wanted languages, most wanted first; texts fall back to English. */
  languages: readonly string[];
};

/** The five lines. */
export type FirstView = {
  topic: string;
  articleDate: CoarseDate | null;
  /** Line 1. `otherName` is the name in Chinese beside an English one, and the reverse. */
  name: ReadText;
  otherName: ReadText | null;
  kind: TopicKind;
  whose: ReadText | null;
  /** Line 2. */
  summary: ReadText;
  /** Line 3: the newest statement marked `key` that the article could know. Null: there is none. */
  known: KnownLine | null;
  /** Line 4: one question, with how many views on it are from then and from later. Null: none was asked by then. */
  question: QuestionLine | null;
  /** Line 5: how much came later, and until when. Null: nothing, or the article has no date. */
  since: { count: number; to: CoarseDate } | null;
  knownUntil: CoarseDate;
  /** The article, or the chosen date, is later than the topic's facts go. */
  beyond: 'article' | 'date' | null;
};

export type KnownLine = {
  id: string;
  text: ReadText;
  date: CoarseDate | null;
  origin: ReadText | null;
  /** Only weak pages carry it. */
  isReportedOnly: boolean;
  mark: Mark;
  plan: PlanState | null;
};

export type QuestionLine = { id: string; text: ReadText; thenCount: number; sinceCount: number };

/** The first view of a topic as an article of that day could have had it. */
export function firstView(topic: Topic, context: ViewContext): FirstView {
  const division = asOf(topic, context.articleDate);
  const { name, otherName } = chooseNames(topic, context.languages);
  const read = (text: Parameters<typeof readText>[0]) => readText(text, context.languages);
  const known = newestKey(division);
  const question = chooseQuestion(topic, division, context.pageTopics);
  const origin = sourcesOf(known?.sources ?? [], topic, division)[0]?.origin;
  return {
    topic: topic.id,
    articleDate: context.articleDate,
    name,
    otherName,
    kind: topic.kind,
    whose: topic.whose === undefined ? null : read(topic.whose),
    summary: read(topic.summary),
    known: known && {
      id: known.id,
      text: read(known.text),
      date: known.date ?? null,
      origin: origin === undefined ? null : read(origin),
      isReportedOnly: isReportedOnly(known.sources, topic),
      mark: markOfEvent(known),
      plan: planState(known, division, context.today),
    },
    question: question && {
      id: question.insight.id,
      text: read(question.insight.question),
      thenCount: question.thenCount,
      sinceCount: question.sinceCount,
    },
    since: countSince(division),
    knownUntil: topic.knownUntil,
    beyond: division.beyond ? (context.isChosen ? 'date' : 'article') : null,
  };
}

/** The topic's name in the reader's language, and the Chinese one beside it (beside a Chinese name: the English one). */
export function chooseNames(
  topic: Topic,
  languages: readonly string[],
): { name: ReadText; otherName: ReadText | null } {
  const first = (tag: string | null) => topic.names.find((name) => name.lang === tag) ?? null;
  const tags = topic.names.map((name) => name.lang);
  const main = first(pickTag(tags, languages)) ?? topic.names[0] ?? { text: topic.id, lang: 'en' };
  const wanted = primaryOf(main.lang) === 'zh' ? 'en' : 'zh';
  const other =
    topic.names.find((name) => primaryOf(name.lang) === wanted && name.text !== main.text) ?? null;
  return { name: main, otherName: other };
}

/** Newest statement marked `key` that the article could know; where none is marked, the newest dated one; a fact before an event of the same day. */
function newestKey(division: Division): Fact | null {
  const known = outsideFold(division);
  const all: Fact[] = [...known.facts, ...known.events];
  const keys = all.filter((statement) => statement.key === true);
  const candidates = keys.length > 0 ? keys : all.filter((statement) => statement.date !== undefined);
  const rank = (statement: Fact) => rankOf(statement.date, division.date);
  return candidates.reduce<Fact | null>(
    (best, next) => (best && rank(best) >= rank(next) ? best : next),
    null,
  );
}

/** How new a date is for an article. A span that goes on after the article ("2025") counts from its first day, not as the newest of all. */
function rankOf(date: CoarseDate | undefined, articleDate: CoarseDate | null): string {
  if (date === undefined) return '';
  const goesOn = articleDate !== null && lastDay(date) > lastDay(articleDate);
  return goesOn ? firstDay(date) : lastDay(date);
}

function chooseQuestion(
  topic: Topic,
  division: Division,
  pageTopics: readonly string[],
): { insight: Insight; thenCount: number; sinceCount: number } | null {
  const known = outsideFold(division).points;
  const countOf = (points: typeof known, insight: Insight) =>
    points.filter((entry) => entry.insight === insight).length;
  const others = new Set(pageTopics.filter((id) => id !== topic.id));
  const shares = (insight: Insight) => insight.topics.some((id) => others.has(id));
  const visible = topic.insights.filter((insight) => countOf(known, insight) > 0);
  const insight = visible.find(shares) ?? visible[0];
  if (insight === undefined) return null;
  return {
    insight,
    thenCount: countOf(known, insight),
    sinceCount: countOf(division.since.points, insight),
  };
}

/** Later events, or later facts where the pack holds no later event. */
function countSince(division: Division): FirstView['since'] {
  const { events, facts } = division.since;
  const later = events.length > 0 ? events : facts;
  const dates = later.flatMap((item) => item.until ?? item.date ?? []);
  const newest = dates.sort((a, b) => (sortKey(a) < sortKey(b) ? 1 : -1))[0];
  return newest === undefined ? null : { count: later.length, to: newest };
}
