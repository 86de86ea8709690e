/** Who imposes: every name in a block that can be the one whose limits a mention is, and what speaks against it. */
import { IS_CUE, IS_VOID, OUTPUT_NUMBER, type RegimeCues } from '@/lib/detect/layout';
import { nearestCue } from '@/lib/detect/nearest-cue';
import { hasNumber } from '@/lib/detect/number-set';
import type { Findings } from '@/lib/detect/read-terms';
import { isBystander } from './bystanders';
import type { Span } from './decide-regime';
import { isHandler } from './handlers';
import { isAnyMinistry, isField, isOfAnyCountry, isOursSaid, isTitleOf } from './office-names';
import { isPlace } from './places';
import { isAnswer, isHeadline, isWithAllies, joinOf } from './who-acts';

/** How far after the one who answers "condemned" can end. */
const REACTION_REACH = 44;

const HANGUL = /[가-힣]/;
const HAN = /[一-龥]/;

/**
 * One who may impose, where it stands. `regime` null: one of several who impose together. `isTarget`: its phrase says that
 * something is done to it ("to Washington"); `isAimedAt`: it does not act, for that or another reason, and imposes only
 * what is its own. `isWhere`: it says where something happens (see `isPlace`).
 */
export type Imposer = {
  regime: RegimeCues | null;
  start: number;
  end: number;
  isTarget: boolean;
  isAimedAt: boolean;
  isWhere: boolean;
};

/** All who may impose in a block, in the order of the text. */
export function findImposers(regimes: RegimeCues[], text: string, found: Findings): Imposer[] {
  const imposers: Imposer[] = [];
  for (const [start, end, output] of found) {
    for (const regime of output & IS_CUE ? regimes : []) {
      if (!hasNumber(regime.imposers, output & OUTPUT_NUMBER) || isField(text, start, end)) continue;
      const last = imposers.at(-1);
      // What stands inside another is a part of its name; what begins inside a word of Hangul is a part of that ("대중국 수출").
      if (last && (last.end >= end || (last.end > start && HANGUL.test(text[start - 1] ?? '')))) continue;
      // A ministry without its country is that of the country named before.
      if (last && !last.isAimedAt && last.regime !== regime && isAnyMinistry(text, start, end)) continue;
      if (last && last.regime !== regime && isOursSaid(text, last.end, [start, end])) continue;
      // 中国商務省, 商務省の報道官: one name.
      const isOfLast = last && last.regime === regime && last.end > start && HAN.test(text[start] ?? '');
      const first = isOfLast ? last.start : start;
      if (isOfAnyCountry(text, start, end) && !hasGoods(found, regime)) continue;
      const isAnswering = !nearestCue(found, regime.reactions, [end, end + REACTION_REACH], (...verb) =>
        isAnswer(text, [first, end], verb) ? 0 : Infinity,
      );
      const isWhere = isPlace(text, first, end);
      const isVoid = !!(output & IS_VOID);
      const handles = (isVoid || regime.onlyHandling) && isHandler(text, first, end);
      if (regime.onlyHandling && !handles) continue;
      const isTarget = isVoid && !handles;
      if (last && (last.start === start || isOfLast || isTitleOf(text, last.start, last.end, start)))
        imposers.pop();
      imposers.push({
        regime: regime.goods.numbers.length && !isWithAllies(text, end) ? regime : null,
        start: first,
        end,
        isTarget,
        // A place does not answer.
        isAimedAt: isTarget || (isAnswering && !isWhere) || isBystander(text, first, end),
        isWhere,
      });
    }
  }
  joinImposers(imposers, text);
  return imposers;
}

/** Whether goods of a regime stand in the block. */
function hasGoods(found: Findings, regime: RegimeCues): boolean {
  return nearestCue(found, regime.goods, [0, Infinity]) < Infinity;
}

/**
 * Of "to Malaysia and Thailand", "Dutch and Chinese firms" all are targets; of "Dutch, Japanese and American" none
 * imposes alone.
 */
function joinImposers(imposers: Imposer[], text: string): void {
  const isJoined: boolean[] = [];
  let next: ReturnType<typeof joinOf> = null;
  for (let at = imposers.length - 1; at > 0; at--) {
    const [before, { start, end }] = imposers.slice(at - 1, at + 1) as [Imposer, Imposer];
    const join = joinOf(text, before.end, [start, end]);
    // Of three with nothing but commas between all are.
    if (join === 'list' && next === 'list') isJoined[at + 1] = true;
    isJoined[at] =
      join === 'both' || (join === 'list' && (!!isJoined[at + 1] || isHeadline(text, before.start, end)));
    next = join;
  }
  let from = 0;
  for (let at = 1; at <= imposers.length; at++) {
    if (isJoined[at]) continue;
    const group = imposers.slice(from, at);
    from = at;
    const isAimedAt = group.some((each) => each.isAimedAt);
    const isWhere = group.some((each) => each.isWhere);
    const isMixed = group.some(({ regime }) => regime !== group[0]?.regime);
    for (const each of group) {
      each.isAimedAt = isAimedAt;
      each.isWhere = isWhere;
      if (isMixed) each.regime = null;
    }
  }
}

/** Those who stand inside a span. */
export function within(imposers: Imposer[], [low, high]: Span): Imposer[] {
  return imposers.filter((one) => one.start >= low && one.end <= high);
}

/** Whether all of them only say where something happens. */
export function isOnlyWhere(some: Imposer[]): boolean {
  return some.every((one) => one.isWhere);
}

/** Those who act, where some do; else where it happens. */
export function strongest(some: Imposer[]): Imposer[] {
  const subjects = some.filter((one) => !one.isWhere);
  return subjects.length ? subjects : some;
}
