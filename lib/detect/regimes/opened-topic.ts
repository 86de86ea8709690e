import type { Opened, Place, Trace } from '@/lib/detect/judge';
import type { RegimeCues } from '@/lib/detect/layout';
import { nearestCue } from '@/lib/detect/nearest-cue';
import type { NumberSet } from '@/lib/detect/number-set';
import { CLAUSE_END, partAround, SENTENCE_END } from '@/lib/detect/prose';
import { decideByOrder, decideRegime, findOwner, type Imposer, type Span, topicOf } from './decide-regime';
import { isLikened } from './likened';
import { isAsked, isPlea, isRequest } from './pleas';
import { isAgent } from './who-acts';

/** As many mentions before this one are looked at: a long block has thousands. */
const EARLIER = 9;

/** Ends before a name at the head of its sentence. */
const HEAD = /(?:^|[.!?。！？।؟])[^.!?。！？।؟]{0,24}$/;

/** A mention of which it is known what it opens. */
export type Told = Pick<Place, 'start' | 'end' | 'topic'> & { opens: Opened };

/** What tells of something else begins here. */
const ELSEWHERE = /[;；]| (?:while|whereas|but) /;

/**
 * The topic that a mention of a topic with regimes opens: that of the regime which its phrase, clause, sentence or
 * paragraph decides, else its own; where only the page can say, those that it can be. `imposers` are those of its block, `earlier` the
 * block's mentions before it that have regimes, and what they open.
 */
export function openedTopic(
  regimes: RegimeCues[],
  imposers: Imposer[],
  earlier: readonly Told[],
  place: Place,
  decided?: Trace['decided'],
): Opened {
  const { text, found, start, end, from, topic } = place;
  const acting = imposers.filter((one) => !one.isAimedAt);
  const before = acting.filter((one) => one.start < start);
  const own = earlier.slice(-EARLIER).filter((one) => one.topic === topic && one.end <= start);
  const isTaken = ({ end: last, regime }: Imposer) =>
    own.some((one) => one.end >= last && one.opens === regime?.topic);
  const owner = findOwner(imposers, text, start, end);
  const clause = partAround(text, start, end, CLAUSE_END);
  const last = own.at(-1)?.end ?? 0;
  const [first, most] = reachOfGoods(acting, owner, last, [start, end]);
  // The goods of the mention before follow it to the end of its clause.
  const least = last ? Math.max(first, clause[0]) : first;
  const apart = (first: number, last: number) => Math.max(start - last, first - end, 0);
  const distanceIn =
    ([low, high]: Span, floor = least) =>
    (cues: NumberSet, except?: NumberSet, isCompared?: boolean) =>
      nearestCue(
        found,
        low && from,
        cues,
        [Math.max(low, floor), Math.min(high, most)],
        (first, last) => (isCompared && isLikened(text, first, last) ? Infinity : apart(first, last)),
        except,
      );
  // Whoever else is named explains their own goods; those of one who is not are no goods of this regime.
  const confirm = (only: RegimeCues, others: Imposer[], span: Span) =>
    decideRegime(
      regimes.filter((one) => !others.some(({ regime }) => regime === one)),
      [only],
      distanceIn(span),
    );

  const sentence = partAround(text, start, end, SENTENCE_END);
  const whole: Span = [0, text.length];
  const within = (some: Imposer[], [low, high]: Span) =>
    some.filter((one) => one.start >= low && one.end <= high);
  const others = before.filter((one) => !isTaken(one));
  let level = 0;
  let regime = owner?.regime && confirm(owner.regime, before, clause);
  if (!owner && isPlea(text.slice(sentence[0], start), text.slice(end, sentence[1])))
    regime = askedOff(within(imposers, sentence), text);
  for (const span of [clause, sentence, whole]) {
    if (regime !== undefined) break;
    level++;
    // Who stands before the mention is its subject ("Washington tightened export controls to slow Beijing"); one who has
    // a mention before this one is left to it ("Beijing answers US chip curbs with export controls"). Only where nobody
    // came before counts the first after it ("export controls tightened by Washington").
    const subjects = [others, before]
      .map((some) => strongest(within(some, span)))
      .find(({ length }) => length);
    regime = decideByOrder(
      regimes,
      subjects ?? (others.length ? [] : strongest(within(acting, span)).slice(0, 1)),
      distanceIn(span),
    );
    // Where something happens, nobody acts by that, nor who is told of in passing in another sentence: there only goods tell
    // whose it is.
    const isSure = (one: Imposer) =>
      one.regime === regime &&
      !one.isWhere &&
      (span !== whole || HEAD.test(text.slice(Math.max(one.start - 26, 0), one.start)));
    if (regime && distanceIn(whole)(regime.goods) === Infinity && !within(acting, span).some(isSure))
      regime = null;
    // "By the deal both sides ease export controls that Beijing set up": in one clause nobody imposes alone.
    if (regime && before.some((one) => !one.regime && one.start >= clause[0])) regime = null;
  }
  // Goods that only one regime has are its own where it is named, be it as a target ("The US wants Beijing to lift export
  // controls on magnets"), unless somebody from elsewhere imposes.
  const [apartFrom] = text.slice(end, sentence[1]).split(ELSEWHERE);
  const named = within(imposers, [sentence[0], end + (apartFrom as string).length]);
  // Where nobody acts, goods may stand anywhere in the paragraph.
  const distance = acting.length ? distanceIn(sentence, sentence[0]) : distanceIn(whole, 0);
  if (
    !owner &&
    !regime &&
    (named.every((one) => one.isAimedAt || (one.regime ?? place).topic !== topic) ||
      isRequest(text.slice(...sentence)))
  )
    regime =
      regimes.find(
        (one) =>
          one.needs === one.goods &&
          named.some(({ regime }) => regime === one) &&
          distance(one.goods) < Infinity &&
          decideRegime(regimes, [one], distance),
      ) ?? regime;
  // Goods of others alone, outside of the clause: "night-vision goggles, against American export controls".
  if (regime && distance(regime.goods) === Infinity)
    regime = confirm(regime, within(imposers, sentence), sentence);
  if (regime === undefined) {
    const canBe = (one: RegimeCues) =>
      distanceIn(whole)(one.goods) < Infinity &&
      topicOf(confirm(one, imposers, whole), distanceIn(whole), topic) !== topic;
    return opensAmong(regimes.filter(canBe), imposers);
  }
  decided?.(place, regime, level);
  // Whose mention was the one before goes on with its goods.
  const isSame = own.at(-1)?.opens === regime?.topic;
  return topicOf(regime, distanceIn(whole, isSame ? 0 : first), topic);
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

/**
 * Whom the first of those named in a sentence asks to be let off a limit; null where nobody is or several are, undefined
 * where who asks is not named.
 */
function askedOff(named: Imposer[], text: string): RegimeCues | null | undefined {
  const asking = named.find((one) => !one.isWhere);
  if (!asking) return undefined;
  const others = named.filter((one) => one.regime !== asking.regime && !isAgent(text, one.start, one.end));
  const [asked, ...more] =
    [others.filter((one) => !one.isAimedAt), others].find(({ length }) => length) ?? [];
  if (!asked) return isAsked(text, asking.start, asking.end) ? asking.regime : null;
  return more.every(({ regime }) => regime === asked.regime) ? asked.regime : null;
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
  const first = owner && owner.start >= end ? start : nearest?.start;
  return [(floor && first) ?? floor, other?.start ?? Infinity];
}
