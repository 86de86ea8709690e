import { decideByOrder, decideRegime, findOwner, type Imposer, nearestCue, type Span } from './decide-regime';
import type { Candidate, Place, Trace } from './judge';
import type { RegimeCues } from './layout';
import type { NumberSet } from './number-set';
import { CLAUSE_END, partAround, SENTENCE_END } from './prose';

/** As many mentions before this one are looked at: a long block has thousands. */
const EARLIER = 9;

/**
 * The topic that a mention of a topic with regimes opens: that of the regime which its phrase, clause, sentence or
 * paragraph decides, else its own; -1 where only the page can say. `imposers` are those of its block, `earlier` the
 * block's mentions before it, `next` where the one behind it begins.
 */
export function openedTopic(
  regimes: RegimeCues[],
  imposers: Imposer[],
  earlier: Candidate[],
  place: Place,
  next: number,
  decided?: Trace['decided'],
): number {
  const { text, found, start, end, from, topic } = place;
  const acting = imposers.filter((one) => !one.isAimedAt);
  const before = acting.filter((one) => one.start < start);
  const own = earlier.slice(-EARLIER).filter((one) => one.topic === topic && one.end <= start);
  const isTaken = ({ end: last, regime }: Imposer) =>
    own.some((one) => one.end >= last && one.opens === regime?.topic);
  const [least, most] = reachOfGoods(acting, own.at(-1)?.end ?? 0, [start, end], next);
  const apart = (first: number, last: number) => Math.max(start - last, first - end, 0);
  const distanceIn =
    ([low, high]: Span) =>
    (cues: NumberSet, except?: NumberSet) =>
      nearestCue(found, low && from, cues, [Math.max(low, least), Math.min(high, most)], apart, except);
  const apartFrom = (only: RegimeCues, others: Imposer[]) =>
    regimes.filter((one) => one === only || !others.some(({ regime }) => regime === one));

  const clause = partAround(text, start, end, CLAUSE_END);
  const sentence = partAround(text, start, end, SENTENCE_END);
  const isWithin = ([low, high]: Span) => acting.filter((one) => one.start >= low && one.end <= high);
  const others = before.filter((one) => !isTaken(one));
  const owner = findOwner(imposers, text, start, end)?.regime;
  let level = 0;
  // Whoever is named before explains their own goods; those of one who is not are no goods of this regime.
  let regime = owner && decideRegime(apartFrom(owner, before), (one) => one === owner, distanceIn(clause));
  for (const span of [clause, sentence, [0, text.length] as Span]) {
    if (regime !== undefined) break;
    level++;
    const named = isWithin(span);
    // "The Hague took its licences back: export controls no longer pass through Washington": who follows does not
    // impose where another came before.
    if (others.length && named.every((one) => one.start >= start)) continue;
    regime = decideByOrder(regimes, named, start, isTaken, distanceIn(span));
    // "Under the deal of both sides, Beijing eases export controls": nobody imposes alone.
    if (regime && before.some((one) => !one.regime && one.start >= sentence[0])) regime = null;
  }
  if (regime && level < 2 && distanceIn(sentence)(regime.goods) === Infinity) {
    // Goods of others alone, outside of the clause: "night-vision goggles, against American export controls".
    const only = regime;
    regime = decideRegime(apartFrom(only, isWithin(sentence)), (one) => one === only, distanceIn(sentence));
  }
  if (regime === undefined) return -1;
  decided?.(place, regime, level);
  return regime?.topic ?? topic;
}

/**
 * Where goods can stand that tell of this mention: those which another mention stands nearer to, or one who imposes
 * behind this one, are the other's. `floor` is where the mention before ends, `next` where the one behind begins.
 */
function reachOfGoods(acting: Imposer[], floor: number, [start, end]: Span, next: number): Span {
  const nearest = acting.findLast((one) => one.start >= floor && one.start < start);
  const other = nearest && acting.find((one) => one.start >= end && one.regime !== nearest.regime);
  return [(floor && nearest?.start) ?? floor, Math.min(other?.start ?? Infinity, next)];
}
