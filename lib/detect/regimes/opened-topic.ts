import type { Opened, Place, Trace } from '@/lib/detect/judge';
import type { RegimeCues } from '@/lib/detect/layout';
import { nearestCue } from '@/lib/detect/nearest-cue';
import type { NumberSet } from '@/lib/detect/number-set';
import { partAround, SENTENCE_END } from '@/lib/detect/prose';
import { decideByOrder, decideRegime, findOwner, type Span, topicOf } from './decide-regime';
import type { Imposer } from './find-imposers';
import { isOfAll } from './ownership';
import { ASKS, isPlea } from './pleas';

/** What parts one clause from the next. */
const CLAUSE_END = /[,;:；：，、،–—.!?。！？।؟]| (while|whereas|but|after|as|when) /;

/** As many mentions before this one are looked at: a long block has thousands. */
const EARLIER = 9;

/** A mention of which it is known what it opens. */
export type Told = Pick<Place, 'start' | 'end' | 'topic'> & { opens: Opened };

/**
 * The topic that a mention of a topic with regimes opens. `imposers` are those of its block, `earlier` the block's
 * mentions before it that have regimes, and what they open. The first of these that says something decides:
 *
 * 1. it is told to be any country's: its own topic, the neutral one;
 * 2. its own phrase: "US export controls";
 * 3. a plea: who asks to be let off it did not make it;
 * 4. who acts in its clause, then in its sentence, then in its block;
 * 5. goods that only one regime has, where that one is named, in whatever role;
 * 6. the page: answered with the topics that it can be.
 *
 * Whoever is decided on is so only as long as the goods that stand here are not another's.
 */
export function openedTopic(
  regimes: RegimeCues[],
  imposers: Imposer[],
  earlier: readonly Told[],
  place: Place,
  decided?: Trace['decided'],
): Opened {
  const { text, found, start, end, topic } = place;
  if (isOfAll(text, start)) {
    decided?.(place, null, 0);
    return topic;
  }
  const clause = partAround(text, start, end, CLAUSE_END);
  const sentence = partAround(text, start, end, SENTENCE_END);
  const block: Span = [0, text.length];
  const acting = imposers.filter((one) => !one.isAimedAt);
  const before = acting.filter((one) => one.start < start);
  const own = earlier.slice(-EARLIER).filter((one) => one.topic === topic && one.end <= start);
  const owner = findOwner(imposers, text, start, end);

  const last = own.at(-1)?.end ?? 0;
  const [first, most] = reachOfGoods(acting, owner, last, [start, end]);
  // The goods of the mention before follow it to the end of its clause.
  const least = last && Math.max(first, clause[0]);
  const apart = (first: number, last: number) => Math.max(start - last, first - end, 0);
  const distanceIn =
    ([low, high]: Span, floor = least) =>
    (cues: NumberSet, except?: NumberSet) =>
      nearestCue(found, cues, [Math.max(low, floor), Math.min(high, most)], apart, except);
  // Whoever else is named explains their own goods; those of one who is not are no goods of this regime.
  const confirm = (only: RegimeCues, others: Imposer[], span: Span) =>
    decideRegime(
      regimes.filter((one) => !others.some(({ regime }) => regime === one)),
      [only],
      distanceIn(span),
    );

  let regime = owner?.regime && confirm(owner.regime, before, clause);
  if (!owner && isPlea(text.slice(sentence[0], start), text.slice(end, sentence[1])))
    regime = askedOff(within(imposers, sentence));

  // One who has a mention before this one is left to it ("Beijing answers US chip curbs with export controls").
  const others = before.filter(({ regime }) => !own.some((one) => one.opens === regime?.topic));
  let level = 0;
  for (const span of [clause, sentence, block]) {
    if (regime !== undefined) break;
    level++;
    // Who stands before the mention is its subject ("Washington tightened export controls to slow Beijing"). Only where
    // nobody came before counts the first after it ("export controls tightened by Washington").
    const subjects = [others, before]
      .map((some) => strongest(within(some, span)))
      .find(({ length }) => length);
    regime = decideByOrder(
      regimes,
      subjects ?? (others.length ? [] : strongest(within(acting, span)).slice(0, 1)),
      distanceIn(span),
    );
    // Where something happens, nobody acts by that: there only goods tell whose it is.
    if (
      regime &&
      within(acting, span).every((one) => one.isWhere) &&
      distanceIn(block)(regime.goods) === Infinity
    )
      regime = null;
  }

  // Named as a target ("The US wants Beijing to lift export controls on magnets"), unless somebody from elsewhere acts, who
  // does not only ask.
  const [clauses] = text.slice(end, sentence[1]).split(/[;；]/);
  const named = within(imposers, [sentence[0], end + (clauses as string).length]);
  const distance = distanceIn(sentence, sentence[0]);
  if (
    !owner &&
    !regime &&
    (named.every((one) => one.isAimedAt || (one.regime ?? place).topic !== topic) ||
      ASKS.test(text.slice(...sentence)))
  )
    regime =
      regimes.find(
        (one) =>
          one.needs === one.goods &&
          named.some(({ regime }) => regime === one) &&
          decideRegime(regimes, [one], distance),
      ) ?? regime;

  // Goods of others alone, outside of the clause: "night-vision goggles, against American export controls".
  if (regime && distance(regime.goods) === Infinity)
    regime = confirm(regime, within(imposers, sentence), sentence);
  if (regime === undefined) {
    const canBe = (one: RegimeCues) =>
      distanceIn(block)(one.goods) < Infinity &&
      topicOf(confirm(one, imposers, block), distanceIn(block), topic) !== topic;
    return opensAmong(regimes.filter(canBe), imposers);
  }
  decided?.(place, regime, level);
  return topicOf(regime, distanceIn(block, 0), topic);
}

/** Those who stand inside a span. */
function within(imposers: Imposer[], [low, high]: Span): Imposer[] {
  return imposers.filter((one) => one.start >= low && one.end <= high);
}

/** Those who act, where some do; else where it happens. */
function strongest(some: Imposer[]): Imposer[] {
  const subjects = some.filter((one) => !one.isWhere);
  return subjects.length ? subjects : some;
}

/** What the page can choose among: of two regimes whose goods stand in the block, one that is named rules out the other. */
function opensAmong(regimes: RegimeCues[], imposers: Imposer[]): number[] {
  const named = regimes.filter((one) => imposers.some(({ regime }) => regime === one));
  return regimes.filter((one) => named.every((other) => other === one)).map(({ topic }) => topic);
}

/** Whom the first of those named in a sentence asks to be let off a limit; null where nobody, undefined where no one asks. */
function askedOff(named: Imposer[]): RegimeCues | null | undefined {
  const asking = named.find((one) => !one.isWhere);
  if (!asking) return undefined;
  const others = named.filter((one) => one.regime !== asking.regime);
  return (others.find((one) => !one.isAimedAt) ?? others[0])?.regime ?? null;
}

/**
 * Where goods can stand that tell of this mention: those before the mention before it, where that ends, `floor`, or behind one
 * who imposes behind this one, are the other's; so are those before a mention whose owner follows it, where another was before.
 */
function reachOfGoods(
  acting: Imposer[],
  owner: Imposer | undefined,
  floor: number,
  [start, end]: Span,
): Span {
  const nearest = owner ?? acting.findLast((one) => one.start >= floor && one.start < start);
  const behind = Math.max(end, nearest?.end ?? 0);
  const other = nearest && acting.find((one) => one.start >= behind && one.regime !== nearest.regime);
  return [floor && (nearest?.start ?? floor), other?.start ?? Infinity];
}
