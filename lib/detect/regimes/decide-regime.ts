import { IS_CUE, IS_VOID, OUTPUT_NUMBER, type RegimeCues } from '@/lib/detect/layout';
import { nearestCue } from '@/lib/detect/nearest-cue';
import { hasNumber, type NumberSet } from '@/lib/detect/number-set';
import { partAround, SENTENCE_END } from '@/lib/detect/prose';
import type { Findings } from '@/lib/detect/read-terms';
import { isBystander } from './bystanders';
import { isAnyMinistry, isField, isOfAnyCountry } from './office-names';
import { isItsOwn, isOfAll, isOfThatCountry, ownsAhead, ownsBehind } from './ownership';
import { isPlace } from './places';
import { isAgent, isAnswer, isAside, isAskedToEase, isCounterpart, isSource, joinOf } from './who-acts';

/** How far after the one who answers "condemned" can end. */
const REACTION_REACH = 44;

/** How far from a mention its owner can stand. */
const OWNER_REACH = 90;

/**
 * How far from the mention the nearest of the cues stands, at the level that is being looked at; Infinity where none does.
 * `isCompared`: what others are only likened to does not count.
 */
export type CueDistance = (cues: NumberSet, except?: NumberSet, isCompared?: boolean) => number;

/**
 * One who imposes, where it stands. `regime` null: one of several who impose together. `isAimedAt`: a target, which
 * imposes only where what follows is its own. `isWhere`: it says where something happens (see `isPlace`).
 */
export type Imposer = {
  regime: RegimeCues | null;
  start: number;
  end: number;
  isAimedAt: boolean;
  isWhere: boolean;
};

/** Whether a mention behind a cue is its bearer's: all that is said around both is said of the mention. */
function isOwner(found: Findings, at: number, text: string): boolean {
  const [start, end] = found[at] as Findings[0];
  return found
    .slice(at + 1, at + 9)
    .some(
      ([first, , output]) =>
        !(output & IS_CUE) && first > start && ownsAhead(text, [start, end], Math.max(first, end), false),
    );
}

/** Whether a Korean name is only the end of a word and the beginning of the next: "요청한 국내". */
const isSplit = (text: string, start: number, end: number) =>
  /[가-힣]/.test(text[start - 1] ?? '') && /[가-힣] /.test(text.slice(start, end));

/** Start and end. */
export type Span = [number, number];

/** All who impose in a block, in the order of the text, and the targets among them: who only answers is one. */
export function findImposers(regimes: RegimeCues[], text: string, found: Findings): Imposer[] {
  const imposers: Imposer[] = [];
  found.forEach(([start, end, output], at) => {
    for (const regime of output & IS_CUE ? regimes : []) {
      if (
        !hasNumber(regime.imposers, output & OUTPUT_NUMBER) ||
        isField(text, start, end) ||
        isSplit(text, start, end)
      )
        continue;
      if (isOfAnyCountry(text, start, end) && nearestCue(found, 0, regime.goods, [0, Infinity])) continue;
      const isAnswering =
        !isAgent(text, start, end) &&
        !nearestCue(found, at, regime.reactions, [end, end + REACTION_REACH], (first, last) =>
          isAnswer(text, end, [first, last]) ? 0 : Infinity,
        );
      imposers.push({
        regime: regime.goods.numbers.length ? regime : null,
        start,
        end,
        isWhere: isPlace(text, start, end),
        isAimedAt:
          (!!(output & IS_VOID) && !isSource(text, start)) ||
          (!isOwner(found, at, text) && (isAnswering || isBystander(text, start, end))),
      });
    }
  });
  // What stands inside another is a part of its name.
  const whole = imposers.filter(({ start, end, isAimedAt }, at) =>
    imposers
      .slice(Math.max(at - 4, 0), at + 5)
      .every(
        (other, near) =>
          other.start > start ||
          other.end < end ||
          other.isAimedAt > isAimedAt ||
          (other.end - other.start === end - start &&
            other.isAimedAt === isAimedAt &&
            near >= Math.min(at, 4)),
      ),
  );
  whole.forEach((one, at) => {
    const before = whole[at - 1];
    const next = whole[at + 1];
    if (
      isAnyMinistry(text, one.start, one.end) &&
      ((before && before.regime !== one.regime) ||
        (next && next.regime !== one.regime && next.start <= one.end + 1))
    )
      one.isAimedAt = true;
    if (
      isCounterpart(text, one.start, one.end) &&
      whole.slice(0, at).findLast((other) => !other.isWhere)?.isAimedAt
    )
      one.isAimedAt = true;
    if (before && !before.isAimedAt && isAside(text, before.end, one.start)) one.isAimedAt = true;
    if (!isAskedToEase(text, one.start, one.end)) return;
    one.isAimedAt = false;
    const asking = whole[at - 1];
    const between = asking ? text.slice(asking.end, one.start) : '';
    if (asking && !/[.;:]\s/.test(between) && !joinOf(text, asking.end, [one.start, one.end]))
      asking.isAimedAt = true;
  });
  joinImposers(whole, text);
  return whole;
}

/**
 * Of "to Malaysia and Thailand", "Dutch and Chinese firms" all are targets; of "Dutch, Japanese and American" none
 * imposes alone.
 */
function joinImposers(imposers: Imposer[], text: string): void {
  const isJoined: unknown[] = [];
  const joinAt = (at: number) => {
    const { regime, start, end } = imposers[at] as Imposer;
    // A truce is no party.
    if (!regime || !imposers[at - 1]?.regime) return null;
    return joinOf(text, imposers[at - 1]?.end as number, [start, end]);
  };
  for (let at = imposers.length - 1; at > 0; at--) {
    const join = joinAt(at);
    // Korean joins the first two: "미국과 일본, 네덜란드".
    const isLast = () =>
      at > 1 && /[가-힣]/.test(text[imposers[at]?.start ?? 0] ?? '') && joinAt(at - 1) === 'both';
    isJoined[at] = join === 'both' || (join === 'list' && (isJoined[at + 1] || isLast()));
  }
  let from = 0;
  for (let at = 1; at <= imposers.length; at++) {
    if (isJoined[at]) continue;
    const group = imposers.slice(from, at);
    from = at;
    const isAimedAt = group.some((each) => each.isAimedAt);
    const isMixed = group.some(({ regime }) => regime !== group[0]?.regime);
    for (const each of group) {
      each.isAimedAt = isAimedAt;
      if (isMixed) each.regime = null;
    }
  }
}

/**
 * The regime that one level (clause, sentence, paragraph, page) decides: a regime, `null` for "stay neutral", or
 * `undefined` for "this level says nothing: look wider". Of those `imposing` there one alone wins, unless the nearest
 * goods are another's; of several the one whose goods stand here. Goods alone decide nothing: chips are anyone's.
 */
export function decideRegime(
  regimes: RegimeCues[],
  imposing: RegimeCues[],
  distance: CueDistance,
): RegimeCues | null | undefined {
  const [only, other] =
    imposing.length > 1 ? imposing.filter(({ goods }) => distance(goods) < Infinity) : imposing;
  if (!only || other) return imposing.length ? null : undefined;
  const own = distance(only.goods);
  const isForeign = ({ goods }: RegimeCues) => {
    const foreign = distance(goods, only.goods, own < Infinity);
    return foreign < Infinity && foreign <= own;
  };
  return regimes.some(isForeign) ? null : only;
}

/** What a regime opens that was decided: its own topic, unless it needs goods and none stand there; else `neutral`. */
export function topicOf(
  regime: RegimeCues | null | undefined,
  distance: CueDistance,
  neutral: number,
): number {
  return regime && (!regime.needs || distance(regime.needs) < Infinity) ? regime.topic : neutral;
}

/** The same of those who impose there, `subjects`, in the order of the text: the last of them, where the goods agree. */
export function decideByOrder(
  regimes: RegimeCues[],
  subjects: Imposer[],
  distance: CueDistance,
): RegimeCues | null | undefined {
  const imposing = regimes.filter((regime) => subjects.some((one) => one.regime === regime));
  const decided = decideRegime(regimes, imposing, distance);
  return decided === subjects.at(-1)?.regime ? decided : null;
}

/**
 * The imposer in the mention's own noun phrase: "US export controls", "China's sweeping export
 * curbs", "restrictions américaines à l'exportation", "Exportkontrollen der USA". It outweighs all else in the sentence.
 */
export function findOwner(
  imposers: Imposer[],
  text: string,
  start: number,
  end: number,
): Imposer | undefined {
  if (isOfAll(text, start, end)) return { regime: null, start, end, isAimedAt: false, isWhere: false };
  if (isOfThatCountry(text, start, end)) return imposers.findLast(({ end: last }) => last <= start);
  const owner = findNextTo(imposers, text, start, end);
  if (owner || !isItsOwn(text, start)) return owner;
  const [from] = partAround(text, start, end, SENTENCE_END);
  return imposers.findLast((one) => one.end <= start && one.start >= from && !one.isAimedAt && !one.isWhere);
}

function findNextTo(imposers: Imposer[], text: string, start: number, end: number): Imposer | undefined {
  return imposers.find(
    ({ start: first, end: last, isAimedAt, isWhere, regime }) =>
      first < end + OWNER_REACH &&
      last > start - OWNER_REACH &&
      // Nothing stands between, where it stands inside.
      (first < start
        ? !isWhere && ownsAhead(text, [first, last], start, isAimedAt && regime !== null)
        : ownsBehind(text, end, first, isAimedAt && regime !== null)),
  );
}
