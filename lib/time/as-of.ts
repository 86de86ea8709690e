/**
 * What a reader of an article could have known, and what came later.
 *
 * `asOf` divides everything a topic says by one date, compared at the coarser precision of the two:
 *
 * - *known* then: dated no later than the article
 * - *planned* then: the same, but a plan: it reads as a plan, without what came of it later
 * - *since*: dated after the article; spans that were over only after it; outcomes that came after it. A threshold in
 *   force then is *known* without its end, and stands here with it
 * - *undated*: carries no date, so nobody can say
 *
 * Law: nothing dated after the article appears outside *since*. Without an article date nothing is since.
 */
import type {
  Dated,
  Fact,
  Figure,
  Insight,
  Outcome,
  Point,
  Relation,
  Threshold,
  TimelineEvent,
  Topic,
} from '@/lib/model/pack';
import { type CoarseDate, compareDates, lastDay } from './coarse-date';

/** A view and the question it answers. */
export type InsightPoint = { insight: Insight; point: Point };

/** What came of a plan that the article could know as a plan only. */
export type PlanOutcome = { plan: Fact | TimelineEvent; outcome: Outcome };

/** One part of a divided topic, in the pack's order. */
export type Slice = {
  facts: Fact[];
  events: TimelineEvent[];
  figures: Figure[];
  thresholds: Threshold[];
  points: InsightPoint[];
  relations: Relation[];
  outcomes: PlanOutcome[];
};

/** A topic divided by a date. `beyond`: the article is later than the topic's facts go. */
export type Division = {
  date: CoarseDate | null;
  beyond: boolean;
  known: Slice;
  planned: Slice;
  since: Slice;
  undated: Slice;
};

type Part = 'known' | 'planned' | 'since' | 'undated';

/** Divides all content of a topic by the date of an article; `null`: the article has no date, so nothing is since. */
export function asOf(topic: Topic, date: CoarseDate | null): Division {
  const division: Division = {
    date,
    beyond: date !== null && compareDates(date, topic.knownUntil) > 0,
    known: emptySlice(),
    planned: emptySlice(),
    since: emptySlice(),
    undated: emptySlice(),
  };
  const partOf = (item: Dated): Part => {
    if (date !== null && isAfter(item, date, topic.knownUntil)) return 'since';
    if (item.date === undefined) return 'undated';
    return item.status === 'planned' ? 'planned' : 'known';
  };
  const place = <T extends Fact | TimelineEvent>(item: T, into: (slice: Slice) => T[]) => {
    const part = partOf(item);
    const { outcome, ...plan } = item;
    if (part === 'since' || outcome === undefined || isKnown(outcome, date)) into(division[part]).push(item);
    else {
      into(division[part]).push(plan as T);
      if (tells(outcome)) division.since.outcomes.push({ plan: item, outcome });
    }
  };

  for (const fact of topic.facts) place(fact, (slice) => slice.facts);
  for (const event of topic.events) place(event, (slice) => slice.events);
  for (const figure of topic.figures) division[partOf(figure)].figures.push(figure);
  for (const threshold of topic.thresholds ?? []) {
    const part = partOf({ ...threshold, until: undefined });
    const { until, ...inForce } = threshold;
    const endedLater = date !== null && until !== undefined && compareDates(until, date) > 0;
    division[part].thresholds.push(part !== 'since' && endedLater ? inForce : threshold);
    if (part !== 'since' && endedLater) division.since.thresholds.push(threshold);
  }
  for (const relation of topic.relations) division[partOf(relation)].relations.push(relation);
  for (const insight of topic.insights) {
    for (const point of insight.points) division[partOf(point)].points.push({ insight, point });
  }
  return division;
}

/** What has become of a plan, as far as the article's side of the division may tell it. */
export type PlanState =
  | { is: 'open'; due: CoarseDate | null }
  /** The due day has passed and the pack holds no outcome. */
  | { is: 'overdue'; due: CoarseDate }
  | { is: 'settled'; outcome: Outcome };

/** The state of a plan out of `division`; null where the statement is no plan. `today` decides whether a due day has passed. */
export function planState(statement: Fact, division: Division, today: CoarseDate): PlanState | null {
  if (statement.outcome && tells(statement.outcome)) return { is: 'settled', outcome: statement.outcome };
  if (statement.status !== 'planned') return null;
  const due = statement.due ?? null;
  const cameOut = division.since.outcomes.some(({ plan }) => plan.id === statement.id);
  const passed = due !== null && lastDay(due) < lastDay(today);
  return passed && !cameOut ? { is: 'overdue', due } : { is: 'open', due };
}

/** Everything of several slices together, in order. */
export function joinSlices(...slices: Slice[]): Slice {
  const joined = emptySlice();
  for (const slice of slices) {
    joined.facts.push(...slice.facts);
    joined.events.push(...slice.events);
    joined.figures.push(...slice.figures);
    joined.thresholds.push(...slice.thresholds);
    joined.points.push(...slice.points);
    joined.relations.push(...slice.relations);
    joined.outcomes.push(...slice.outcomes);
  }
  return joined;
}

/** All that stands outside the "since then" folds: then, planned then, undated. */
export function outsideFold(division: Division): Slice {
  return joinSlices(division.known, division.planned, division.undated);
}

function emptySlice(): Slice {
  return { facts: [], events: [], figures: [], thresholds: [], points: [], relations: [], outcomes: [] };
}

function isAfter(item: Dated, date: CoarseDate, knownUntil: CoarseDate): boolean {
  if (item.date !== undefined && compareDates(item.date, date) > 0) return true;
  if (item.until === undefined || item.status === 'planned') return false;
  // A span that was over when the pack was written tells its own end; one that ends later was set from the start.
  return compareDates(item.until, knownUntil) <= 0 && compareDates(item.until, date) > 0;
}

/** An outcome without a date could have come at any time: it stays on the later side. */
function isKnown(outcome: Outcome, date: CoarseDate | null): boolean {
  if (date === null) return true;
  return outcome.date !== undefined && compareDates(outcome.date, date) <= 0;
}

/** Whether an outcome says anything: "unknown" without a text is the pack's way to say that it found nothing. */
function tells(outcome: Outcome): boolean {
  return outcome.result !== 'unknown' || outcome.text !== undefined;
}
