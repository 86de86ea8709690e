import type { RegimeCues } from '@/lib/detect/layout';
import type { NumberSet } from '@/lib/detect/number-set';
import type { Imposer } from './find-imposers';
import { ownsAhead, ownsBehind } from './ownership';

/** How far from a mention its owner can stand. */
const OWNER_REACH = 90;

/** Ends before a mention, Hindi: a country, which no particle or ending makes an owner. */
const HINDI_NOUN = /(?:चीन|भारत|जापान|अमेरिका|नीदरलैंड|कोरिया|ताइवान|रूस) $/;

/** How far from the mention the nearest of the cues stands, at the level that is looked at; Infinity where none does. */
export type CueDistance = (cues: NumberSet, except?: NumberSet) => number;

/** Start and end. */
export type Span = [number, number];

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
    const foreign = distance(goods, only.goods);
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
 * The imposer in the mention's own noun phrase: "US export controls", "China's sweeping export curbs", "restrictions
 * américaines à l'exportation", "Exportkontrollen der USA".
 */
export function findOwner(
  imposers: Imposer[],
  text: string,
  start: number,
  end: number,
): Imposer | undefined {
  return imposers.find(
    ({ start: first, end: last, isAimedAt, isTarget, isWhere }) =>
      first < end + OWNER_REACH &&
      last > start - OWNER_REACH &&
      // No name begins in the mention and ends behind it ("수출 제[한 국]가").
      !(first > start && first < end && last > end) &&
      // Nothing stands between, where it stands inside.
      (first < start
        ? !isWhere &&
          ownsAhead(
            text,
            [first, last],
            start,
            // "auf Drängen der Amerikaner den Export": the article is that of the object.
            isTarget ||
              (isAimedAt &&
                (/^ d\S\S $/.test(text.slice(last, start)) || HINDI_NOUN.test(text.slice(first, start)))),
          )
        : ownsBehind(text, end, [first, last], isAimedAt)),
  );
}
