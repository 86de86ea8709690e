import { IS_CUE, IS_VOID, OUTPUT_NUMBER, type RegimeCues } from './layout';
import { hasNumber, type NumberSet } from './number-set';
import type { Finding, Findings } from './read-terms';

/** How far from a mention its own adjective can stand. */
const ADJACENT = 60;
/** How far after the one who answers "condemned" can end. */
const REACTION_REACH = 44;
/** What stands between one who imposes and the mention that is theirs: nothing, a possessive with one word more, "-led", "der". */
const ADJOINS = /^\.?(['’]s?( [\w-]+)?|-[a-z]+|[の的의]| d\w+)?[\s-]*$/;
/** A possessive, perhaps with one word more: also behind a preposition it makes its owner the one who imposes. */
const OWNS = /^['’]s?( [\w-]+)?\s*$/;
/** What joins two who impose together: a conjunction, perhaps an article; in a list (1: nothing but a comma) the last two tell. */
const JOINS =
  /^\.?\s*(?:(,)\s|,?\s?(?:and|or|und|oder|et|ou|y|e|o|и|или|और|तथा|[&、・·ㆍ/与與和及跟と과와و])\s?)(?:(?:the|la|les|el|los|gli|l['’]?|die|den|der|os?|as?)\s?)?$/i;

/** How far from the mention the nearest of the cues stands, at the level that is being looked at; Infinity where none does. */
export type CueDistance = (cues: NumberSet, except?: NumberSet) => number;

/** Answers whether a regime's imposer stands there as one who imposes: not as a target, not as one who only answers. */
export type ImposerTest = (regime: RegimeCues) => boolean;

/**
 * One who imposes, where it stands. `regime` null: one of several who impose together. `isAimedAt`: a target, which
 * imposes only where what follows is its own.
 */
export type Imposer = { regime: RegimeCues | null; start: number; end: number; isAimedAt: boolean };

/** Start and end. */
export type Span = [number, number];

/** All who impose in a block, in the order of the text, and the targets among them; none who only answers. */
export function findImposers(regimes: RegimeCues[], text: string, found: Findings): Imposer[] {
  const imposers: Imposer[] = [];
  found.forEach(([start, end, output], at) => {
    for (const regime of output & IS_CUE ? regimes : []) {
      if (
        hasNumber(regime.imposers, output & OUTPUT_NUMBER) &&
        (/\bby (the )?$/.test(text.slice(start - 8, start)) ||
          nearestCue(found, at, regime.reactions, [end, end + REACTION_REACH]))
      )
        imposers.push({
          regime: regime.goods.numbers.length ? regime : null,
          start,
          end,
          isAimedAt: (output & IS_VOID) !== 0,
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
  joinImposers(whole, text);
  return whole;
}

/** Of "to Malaysia and Thailand", "Dutch and Chinese firms" all are targets; of "Dutch, Japanese and American" none imposes alone. */
function joinImposers(imposers: Imposer[], text: string): void {
  const gaps = imposers.map(({ start }, at) => JOINS.exec(text.slice(imposers[at - 1]?.end ?? start, start)));
  const isJoined: boolean[] = [];
  for (let at = imposers.length - 1; at >= 0; at--) {
    const gap = gaps[at];
    isJoined[at] = !!gap && (!gap[1] || isJoined[at + 1] === true);
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
 * The least that `measure` says of a cue between two positions: how far it is, or whatever is asked; Infinity where
 * none stands. Those of `except` do not count.
 */
export function nearestCue(
  found: Findings,
  from: number,
  cues: NumberSet | undefined,
  [low, high]: Span,
  measure: (start: number, end: number) => number = () => 0,
  except?: NumberSet,
): number {
  let least = Infinity;
  for (let at = from; cues && least && at < found.length; at++) {
    const [start, end, output] = found[at] as Finding;
    if (start >= high) break;
    if (output & IS_CUE && start >= low && end <= high && hasNumber(cues, output & OUTPUT_NUMBER, except))
      least = Math.min(least, measure(start, end));
  }
  return least;
}

/**
 * The regime that one level (clause, sentence, paragraph, page) decides: a regime, `null` for "stay neutral", or
 * `undefined` for "this level says nothing: look wider". One imposer alone wins, unless the nearest goods
 * are another's; several imposers: the one whose goods stand here. Goods alone decide nothing: chips are anyone's.
 */
export function decideRegime(
  regimes: RegimeCues[],
  imposes: ImposerTest,
  distance: CueDistance,
): RegimeCues | null | undefined {
  const imposing = regimes.filter(imposes);
  const [only, ...others] =
    imposing.length > 1 ? imposing.filter(({ goods }) => distance(goods) < Infinity) : imposing;
  if (!only || others.length) return imposing.length ? null : undefined;
  const own = distance(only.goods);
  const isForeign = ({ goods }: RegimeCues) => {
    const foreign = distance(goods, only.goods);
    return foreign < Infinity && foreign <= own;
  };
  return regimes.some(isForeign) ? null : only;
}

/**
 * The same by the order of the words: who stands before the mention is its subject ("Washington tightened export
 * controls to slow Beijing"); only where nobody does counts the first after it ("export controls tightened by
 * Washington"). One who has a mention before this one (`isTaken`) is left to that one ("Beijing answers US chip
 * curbs with export controls"). Of several subjects the nearest, where the goods agree.
 */
export function decideByOrder(
  regimes: RegimeCues[],
  imposers: Imposer[],
  start: number,
  isTaken: (imposer: Imposer) => boolean,
  distance: CueDistance,
): RegimeCues | null | undefined {
  const before = imposers.filter((imposer) => imposer.start < start).reverse();
  const own = before.filter((imposer) => !isTaken(imposer));
  const subjects = [own, before].find(({ length }) => length) ?? imposers.slice(0, 1);
  if (!subjects.length) return undefined;
  const decided = decideRegime(regimes, (regime) => subjects.some((one) => one.regime === regime), distance);
  return decided === subjects[0]?.regime ? decided : null;
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
  return imposers.find((one) => {
    // Nothing, where it stands inside.
    const gap = one.start < start ? text.slice(one.end, start) : text.slice(end, one.start);
    return gap.length < ADJACENT && (one.isAimedAt ? OWNS : ADJOINS).test(gap);
  });
}
