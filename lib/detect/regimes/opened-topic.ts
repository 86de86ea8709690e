import type { Opened, Place, Trace } from '@/lib/detect/judge';
import type { RegimeCues } from '@/lib/detect/layout';
import { nearestCue } from '@/lib/detect/nearest-cue';
import type { NumberSet } from '@/lib/detect/number-set';
import { partAround, SENTENCE_END } from '@/lib/detect/prose';
import { isAddressed, isLicensor, isSummoned } from './addressed';
import { isAnswered, isBorne } from './borne';
import { decideByActing, decideInBlock, type Told } from './decide-by-acting';
import { decideRegime, findOwner, type Span, topicOf } from './decide-regime';
import { type Imposer, isOnlyWhere, strongest, within } from './find-imposers';
import { isOwn } from './leading';
import { isLongAgo, isOfAll, isOfColdWar, isOfEach } from './of-anyone';
import { ASKS, isPlea, isRaised, TALKS } from './pleas';
import { isInGeneral, isKnown, isOfAnyTime, isSame } from './spoken-of';

/** What parts one clause from the next. */
const CLAUSE_END =
  /[,;:；：，、،–—.!?。！？।؟]| (while|whereas|but|after|as|when) |(?<=[가-힣](?:지만|는데|[았었]으나)) /;

/** Behind one who speaks, up to a mention: what is said begins. */
const SPEAKS =
  /^ (?:says?|said|thinks?|thought|insists?|insisted|argues?|argued|holds|calls|called)(?: that)?(?: [a-z]+)? $/;

/** As many mentions before this one are looked at: a long block has thousands. */
const EARLIER = 9;

/**
 * The topic that a mention of a topic with regimes opens. `imposers` are those of its block, `earlier` the block's
 * mentions before it that have regimes, and what they open. The first of these that says something decides:
 *
 * 1. it is told to be any country's: its own topic, the neutral one;
 * 2. its own phrase: "US export controls";
 * 3. whom its sentence addresses for it, or a plea: who asks to be let off it did not make it;
 * 4. who acts in its clause, then in its sentence; then whose the mentions before it in its block are, or who acts there;
 * 5. goods that only one regime has, where that one is named, in whatever role;
 * 6. the page, where it speaks of "the" export controls, or of goods that one regime has: answered with the topics that it can
 *    be; nothing where it is told in general.
 *
 * Whoever is decided on is so only as long as the goods that stand here are not another's. Where that leaves the neutral topic,
 * the page may still say of which it has spoken: around "the" export controls others are named who have none of these.
 * Answered with the neutral topic are limits of somebody who has no card, or of several; with no topic, nobody's.
 */
export function openedTopic(
  regimes: RegimeCues[],
  imposers: Imposer[],
  earlier: readonly Told[],
  place: Place,
  decided?: Trace['decided'],
): Opened {
  const { text, found, start, end, topic } = place;
  const clause = partAround(text, start, end, CLAUSE_END);
  const sentence = partAround(text, start, end, SENTENCE_END);
  const head = text.slice(sentence[0], start);
  const isAnyones =
    isOfAll(text, start, end) ||
    isLongAgo(text.slice(0, sentence[1])) ||
    isOfColdWar(text.slice(...sentence));
  if (isAnyones || (isOfEach(head) && !within(imposers, sentence).length)) {
    decided?.(place, null, 0);
    return [];
  }
  const isGeneral = isInGeneral(text, [start, end], sentence);
  const isSaid =
    !isOfAnyTime(text.slice(...sentence)) &&
    (isSame(text, start, end) || (isKnown(text, start, end) && !isGeneral));
  const block: Span = [0, text.length];
  const bearer = findBearer(imposers, place, sentence);
  const speaking = isRaised(head) ? within(imposers, [sentence[0], start]) : [];
  const acting = imposers.filter(
    (one) => !one.isAimedAt && (!bearer || one.regime !== bearer.regime) && !speaking.includes(one),
  );
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
  const addressed = owner ? undefined : findAddressed(within(imposers, sentence), place, sentence);
  // Not where the goods are another's ("Trump will raise chip curbs with Xi").
  if (addressed) regime = addressed.regime && (confirm(addressed.regime, [], sentence) ?? undefined);
  const isLetOff = !owner && !addressed && isPlea(head, text.slice(end, sentence[1]));
  if (isLetOff) {
    const inSentence = within(imposers, sentence);
    regime = askedOff(inSentence);
    // Only who asks is named there.
    if (regime === null && isSaid) {
      const others = acting.filter((one) => !inSentence.includes(one));
      regime = decideInBlock(regimes, others, own, place, distanceIn(block)) ?? null;
    }
  }

  // One who has a mention before this one is left to it ("Beijing answers US chip curbs with export controls").
  const others = before.filter(({ regime }) => !own.some((one) => one.opens === regime?.topic));
  // Of its own: what somebody has who is not known, where nobody was named before.
  const isUnnamed = isOwn(text.slice(sentence[0], start));
  let level = 0;
  for (const span of [clause, sentence]) {
    if (regime !== undefined) break;
    level++;
    // Who stands before the mention is its subject ("Washington tightened export controls to slow Beijing"). Only where
    // nobody came before counts the first after it ("export controls tightened by Washington").
    const subjects = [others, before]
      .map((some) => strongest(within(some, span)))
      .find(({ length }) => length);
    const isOthers = others.length > 0 || isUnnamed;
    const chosen = subjects ?? (isOthers ? [] : strongest(within(acting, span)).slice(0, 1));
    regime = decideByActing(regimes, chosen, place, distanceIn(span));
    // One whose mention a sentence before has, and another who only comes after this one, or is where it happens: it may be
    // either's; a place behind it says nothing.
    const isAnothers = ({ end, opens }: Told) =>
      end <= sentence[0] && opens !== topic && opens !== regime?.topic;
    if (regime && (!subjects || isOnlyWhere(subjects)) && own.some(isAnothers))
      regime = !subjects && isOnlyWhere(chosen) ? undefined : null;
    // "Beijing says they are normal; Washington says they are not."
    const [behind] = subjects ? [] : chosen;
    const isSpoken = (one: Imposer) =>
      one.end <= start && one.regime !== behind?.regime && SPEAKS.test(text.slice(one.end, start));
    if (regime && behind && within(imposers, sentence).some(isSpoken)) regime = null;
    if (span === sentence && isUnnamed) regime ??= null;
    // Where something happens, nobody acts by that: there only goods tell whose it is.
    const itsOwn = within(acting, [sentence[0], start]).filter((one) => one.regime === regime);
    const isNobodys = regime
      ? isOnlyWhere(itsOwn) && distanceIn(block)(regime.goods) === Infinity
      : chosen.length > 0;
    if (regime !== undefined && isNobodys && isOnlyWhere(within(acting, span)))
      regime = isSaid ? undefined : null;
  }
  if (regime === undefined) {
    level++;
    regime = decideInBlock(regimes, acting, own, place, distanceIn(block));
  }
  // Goods that only one regime has, where that one is the last who is named before the sentence, or is named in it: as a
  // target ("The US wants Beijing to lift export controls on magnets"), unless somebody from elsewhere acts, who does not
  // only ask.
  const [clauses] = text.slice(end, sentence[1]).split(/[;；]/);
  const named = within(imposers, [sentence[0], end + (clauses as string).length]);
  const isSpokenTo =
    named.every((one) => one.isAimedAt || (one.regime ?? place).topic !== topic) ||
    [ASKS, TALKS].some((verbs) => verbs.test(text.slice(...sentence)));
  const isAlone = imposers.every(({ regime }) => regime === imposers[0]?.regime);
  const latest = imposers.findLast((one) => (isAlone || !one.isWhere) && one.end <= sentence[0]);
  // "Tungsten is what matters. When China imposed export controls on it, the price of steel rose."
  const isOnIt = /^ on (?:it|them)\b/.test(text.slice(end, end + 8));
  const distance = isOnIt ? distanceIn(block, 0) : distanceIn(sentence, sentence[0]);
  const isTold = (one: RegimeCues) =>
    (latest?.regime === one && distance(one.goods) < Infinity) ||
    (isSpokenTo && named.some(({ regime }) => regime === one) && distanceIn(block, 0)(one.goods) < Infinity);
  if (!owner && !regime)
    regime =
      regimes.find(
        (one) => one.needs === one.goods && isTold(one) && decideRegime(regimes, [one], distance),
      ) ?? regime;

  // Goods of others alone, outside of the clause: "night-vision goggles, against American export controls".
  if (regime && distance(regime.goods) === Infinity) {
    regime = confirm(regime, within(imposers, sentence), sentence);
    // "Vaccines came next. America had no export ban on paper."
    const inBlock = distanceIn(block, 0);
    const isOther = (one: RegimeCues) =>
      one.topic === topic && distanceIn([0, sentence[0]], 0)(one.goods) < Infinity;
    if (!owner && regime && inBlock(regime.goods) === Infinity && regimes.some(isOther)) regime = null;
  }
  const topicsOf = (canBe: (one: RegimeCues) => boolean, rivals: Imposer[]) =>
    regimes.filter((one) => canBe(one) && confirm(one, rivals, [0, sentence[1]])).map(({ topic }) => topic);
  if (regime === undefined) {
    const rivals = isSaid
      ? acting.filter((one) => !one.isWhere && one.start < sentence[1])
      : imposers.filter((one) => !one.isTarget && !one.isWhere);
    const isOfThese = ({ goods }: RegimeCues) => distance(goods) < Infinity && !isOwn(head) && !isGeneral;
    return topicsOf(
      (one) => (isSaid || isOfThese(one)) && rivals.every(({ regime }) => regime === one),
      rivals,
    );
  }
  const opens = topicOf(regime, distanceIn(block, 0), topic);
  // Of several it is neither's, whatever the page has spoken of.
  const isOfSeveral = !regime && within(acting, sentence).some((one) => !one.regime);
  if (opens === topic && !isOfSeveral) {
    // Who else is named around it, and has none of these, need not be whose they are.
    const isAround = (level > 1 || isLetOff) && own.length === 0 && isSaid;
    const possible = isAround ? topicsOf(() => true, []).filter((one) => one !== topic) : [];
    if (possible.length) return possible;
    // Of one whose own goods no block names again, the page says whether it has spoken of these.
    if (regime && regime.topic !== topic) return [regime.topic];
  }
  decided?.(place, regime, level);
  return regime || isOfSeveral ? opens : [];
}

/**
 * Who bears the mention's limit, or gets round it: the last subject before it, where another acts in the sentence, and
 * nothing speaks of limits of its own.
 */
function findBearer(imposers: Imposer[], { text, start, end, topic }: Place, sentence: Span) {
  const behind = text.slice(end, sentence[1]);
  const answers = isAnswered(behind);
  if (!answers && !isBorne(text.slice(sentence[0], start), behind)) return undefined;
  const acting = within(imposers, sentence).filter((one) => !one.isAimedAt && !one.isWhere);
  const last = acting.findLast((one) => one.end <= start);
  if (!last?.regime || answers) return last;
  const { regime } = last;
  const isOfNeed = regime.needs === regime.goods;
  if (regime.topic !== topic && !isOfNeed) return undefined;
  const isOther = (one: Imposer) =>
    one.regime && one.regime !== regime && (isOfNeed || one.start < last.start);
  if (!acting.some(isOther)) return undefined;
  return last;
}

/**
 * Who is addressed for the mention, of those named in its sentence; whose envoy is summoned there, or whose licences are
 * named, as long as nobody else acts whose limit it can be.
 */
function findAddressed(named: Imposer[], place: Place, sentence: Span): Imposer | undefined {
  const { text, found, start, end, topic } = place;
  const asked = named.findLast((one) => isAddressed(text, [one.start, one.end], [start, end]));
  if (asked) return asked;
  const one =
    named.find((one) => isSummoned(text, [one.start, one.end], sentence)) ??
    named.find((one) => isLicensor(text, [one.start, one.end]));
  const isRival = ({ regime, isAimedAt, isWhere }: Imposer) =>
    !isAimedAt &&
    !isWhere &&
    regime !== one?.regime &&
    regime?.topic !== topic &&
    (!regime?.needs || nearestCue(found, regime.needs, sentence) < Infinity);
  return named.some(isRival) ? undefined : one;
}

/**
 * Whom the first of those named in a sentence asks to be let off a limit, or whoever asks where only a place is named; null
 * where nobody, undefined where no one asks.
 */
function askedOff(named: Imposer[]): RegimeCues | null | undefined {
  const asking = named.find((one) => !one.isWhere);
  if (!asking) return named.every((one) => one.regime === named[0]?.regime) ? named[0]?.regime : undefined;
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
