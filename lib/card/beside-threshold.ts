/**
 * A chip's figures beside the thresholds of a rule, as both stood on a day. What is not stated is not guessed: where the
 * figures do not decide, the answer is null, "not known". A rule counts chips, so figures of cards never decide.
 */
import { MEASURES, type MeasureId } from '@/lib/model/measures';
import type { Condition, Figure, Threshold, Topic } from '@/lib/model/pack';
import type { PackText } from '@/lib/model/pack-fields';
import { asOf, outsideFold } from '@/lib/time/as-of';
import { type CoarseDate, compareDates } from '@/lib/time/coarse-date';
import { type ComputedPoints, totalProcessingPerformance } from './total-processing-performance';

/** What stands on the chip's side of a comparison: a figure, a sum of figures, or points computed from one. */
export type Compared = {
  value: number;
  bound: Figure['bound'];
  figures: Figure[];
  points: ComputedPoints | null;
};

/** One condition of a threshold. `side`: where the chip stands to its value; `holds`: whether it is met. Null: not known. */
export type ConditionLine = {
  condition: Condition;
  compared: Compared | null;
  side: 'above' | 'at' | 'below' | null;
  holds: boolean | null;
};

/** A chip, or one variant of it, beside one threshold. `holds`: whether all that the rule asks for is met; null: not known. */
export type ThresholdLine = {
  of: PackText | null;
  threshold: Threshold;
  lines: ConditionLine[];
  holds: boolean | null;
};

/** The lines of each variant of `chip` beside each threshold of `rule` that was in force on `date`, in the pack's order. */
export function besideThreshold(chip: Topic, rule: Topic, date: CoarseDate): ThresholdLine[] {
  const thresholds = outsideFold(asOf(rule, date)).thresholds.filter(
    ({ until }) => until === undefined || compareDates(until, date) >= 0,
  );
  return variantsOf(outsideFold(asOf(chip, date)).figures).flatMap(({ of, figures }) =>
    thresholds.map((threshold) => {
      const lines = threshold.conditions.map((condition) => toLine(condition, figures));
      return { of, threshold, lines, holds: allHold(lines, threshold.partial === true) };
    }),
  );
}

/** The figures of each variant. One without `of` holds of each. */
function variantsOf(figures: Figure[]): { of: PackText | null; figures: Figure[] }[] {
  const ofChips = figures.filter(({ measure }) => measure !== undefined && MEASURES[measure].of === 'chip');
  const nameOf = ({ of }: Figure) => (of === undefined ? null : JSON.stringify(of));
  const names = [...new Set(ofChips.map(nameOf))].filter((name) => name !== null);
  if (names.length === 0) return [{ of: null, figures: ofChips }];
  return names.map((name) => ({
    of: JSON.parse(name) as PackText,
    figures: ofChips.filter((figure) => [null, name].includes(nameOf(figure))),
  }));
}

function toLine(condition: Condition, figures: Figure[]): ConditionLine {
  const all = compare(condition.measure, figures);
  const sides = all.map((compared) => ({ compared, ...decide(condition, compared) }));
  const [first] = sides;
  // Where sources differ across the limit, none of them decides.
  const isAgreed = sides.every(({ side, holds }) => side === first?.side && holds === first.holds);
  if (!first || !isAgreed) return { condition, compared: first?.compared ?? null, side: null, holds: null };
  return { condition, ...first };
}

/** What the figures say of a measure: as stated, else as it follows from others. */
function compare(measure: MeasureId, figures: Figure[]): Compared[] {
  const stated = (wanted: MeasureId): Compared[] =>
    figures
      .filter((figure) => figure.measure === wanted)
      .map((figure) => ({ value: figure.value, bound: figure.bound, figures: [figure], points: null }));
  const own = stated(measure);
  if (own.length > 0) return own;
  if (measure === 'chip-points') {
    const points = totalProcessingPerformance(figures);
    return points
      ? [{ value: points.points, bound: points.figure.bound, figures: [points.figure], points }]
      : [];
  }
  // Links are a part of all input and output, memory and that a part of the whole: a part is a lower bound.
  const isPart = ({ bound }: Compared) => bound !== 'at-most';
  if (measure === 'chip-io-bandwidth')
    return stated('chip-link')
      .filter(isPart)
      .map((link) => ({ ...link, bound: 'at-least' }));
  if (measure === 'chip-total-bandwidth') {
    const memory = stated('chip-memory-bandwidth').find(isPart);
    const io = compare('chip-io-bandwidth', figures).find(isPart);
    const parts = [memory, io].filter((part) => part !== undefined);
    const value = parts.reduce((sum, part) => sum + part.value, 0);
    const summed = parts.flatMap((part) => part.figures);
    return parts.length > 0 ? [{ value, bound: 'at-least', figures: summed, points: null }] : [];
  }
  return [];
}

function decide(condition: Condition, compared: Compared): Pick<ConditionLine, 'side' | 'holds'> {
  const { value: limit, is } = condition;
  const [least, most] = rangeOf(compared, limit);
  const side = least > limit ? 'above' : least === limit ? 'at' : most < limit ? 'below' : null;
  const known = (holds: boolean, fails: boolean) => (holds ? true : fails ? false : null);
  if (is === 'at-least') return { side, holds: known(least >= limit, most < limit) };
  if (is === 'above') return { side, holds: known(least > limit, most <= limit) };
  return { side, holds: known(most < limit, least >= limit) };
}

/** From where to where the true value can lie. "About" decides where it is not the limit itself. */
function rangeOf({ value, bound }: Compared, limit: number): [number, number] {
  if (bound === 'at-least') return [value, Number.POSITIVE_INFINITY];
  if (bound === 'at-most') return [Number.NEGATIVE_INFINITY, value];
  if (bound === 'about' && value === limit) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return [value, value];
}

function allHold(lines: ConditionLine[], isPartial: boolean): boolean | null {
  if (lines.some(({ holds }) => holds === false)) return false;
  return isPartial || lines.some(({ holds }) => holds === null) ? null : true;
}
