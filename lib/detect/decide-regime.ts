import { IS_CUE, IS_VOID, OUTPUT_NUMBER, type RegimeCues } from './layout';
import type { Findings } from './read-terms';

/** How far before a mention its own adjective can stand: "Washington's sweeping new chip". */
const ADJACENT = 60;

/** Answers whether a cue of the list stands at the level that is being looked at. */
export type CueTest = (cues: number[]) => boolean;

/** Answers whether a regime's imposer stands there as one who imposes: not as a target, not as one who only answers. */
export type ImposerTest = (regime: RegimeCues) => boolean;

/**
 * The regime that one level (sentence, paragraph, page) decides: a regime, `null` for "stay neutral", or
 * `undefined` for "this level says nothing: look wider". One imposer alone wins, unless the goods are
 * another's; several imposers: the one whose goods stand here. Without an imposer, goods that are one's alone.
 */
export function decideRegime(
  regimes: RegimeCues[],
  imposes: ImposerTest,
  stands: CueTest,
): RegimeCues | null | undefined {
  const imposing = regimes.filter(imposes);
  const supplied = regimes.filter((regime) => stands(regime.goods));
  const [only, ...others] =
    imposing.length > 1 ? imposing.filter((regime) => supplied.includes(regime)) : imposing;
  if (imposing.length === 0) return supplied.length === 1 ? supplied[0] : undefined;
  if (!only || others.length) return null;
  const foreign = supplied.some(({ goods }) => stands(goods.filter((cue) => !only.goods.includes(cue))));
  return foreign ? null : only;
}

/**
 * The regime whose imposer stands in the mention's own noun phrase: "US export controls", "China's export
 * curbs", "Washington's sweeping chip export ban", "US-led export controls"; between the two only goods, and one
 * other word after a possessive. It outweighs everything else in the sentence.
 */
export function adjacentRegime(
  regimes: RegimeCues[],
  text: string,
  found: Findings,
  from: number,
  start: number,
): RegimeCues | undefined {
  const isGoods = (cue: number) => regimes.some(({ goods }) => goods.includes(cue));
  let nearest: RegimeCues | undefined;
  let nearestEnd = -1;
  for (let at = from; at < found.length && (found[at] as number) < start; at += 3) {
    const output = found[at + 2] as number;
    const end = found[at + 1] as number;
    if (!(output & IS_CUE) || output & IS_VOID || end < start - ADJACENT || end < nearestEnd) continue;
    const imposing = regimes.filter(({ imposers }) => imposers.includes(output & OUTPUT_NUMBER));
    if (imposing.length !== 1) continue;
    let between = text.slice(end, start);
    for (let inner = at + 3; inner < found.length && (found[inner] as number) < start; inner += 3) {
      const first = (found[inner] as number) - end;
      const last = (found[inner + 1] as number) - end;
      if (first >= 0 && last <= start - end && isGoods((found[inner + 2] as number) & OUTPUT_NUMBER)) {
        between = between.slice(0, first) + ' '.repeat(last - first) + between.slice(last);
      }
    }
    const words = /^\.?(['’]s?|-[a-z]+)?((?:[\s-]+[^\s,.;:!?()-]+)*)[\s-]*$/.exec(between);
    if (!words) continue;
    const others = words[2]?.match(/[^\s-]+/g)?.length ?? 0;
    if (others > (words[1] ? 1 : 0)) continue;
    nearest = imposing[0];
    nearestEnd = end;
  }
  return nearest;
}
