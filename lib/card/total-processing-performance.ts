import { MEASURES, numberFormatOf } from '@/lib/model/measures';
import type { Figure } from '@/lib/model/pack';

/** Points of a chip, computed by Sidelight and said by nobody: `figure` times `bits` is `points`. */
export type ComputedPoints = {
  points: number;
  figure: Figure;
  precision: string;
  bits: number;
  /** The source does not say that the figure is dense: it was taken as dense. */
  isTakenAsDense: boolean;
};

/**
 * Total processing performance of a chip as the US rules count it: dense operations per second in tera, times the bit
 * length of the operation, at the precision that gives most. `figures` are of one chip; those of cards and systems, of
 * no stated precision or with sparsity do not count. Null: no figure counts, the points are not known. A precision that
 * the pack has no figure for may give more.
 */
export function totalProcessingPerformance(figures: readonly Figure[]): ComputedPoints | null {
  const computed = figures.flatMap((figure) => {
    const { measure, value, counted } = figure;
    if (measure === undefined || MEASURES[measure].of !== 'chip' || counted === 'sparse') return [];
    const format = numberFormatOf(measure);
    if (!format) return [];
    const { name, bits } = format;
    return [
      { points: value * bits, figure, precision: name, bits, isTakenAsDense: counted !== 'dense' },
    ] satisfies ComputedPoints[];
  });
  return computed.reduce<ComputedPoints | null>(
    (most, next) => (most && most.points >= next.points ? most : next),
    null,
  );
}
