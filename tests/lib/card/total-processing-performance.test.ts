import { describe, expect, it } from 'vitest';
import { totalProcessingPerformance } from '@/lib/card/total-processing-performance';
import { makeFigure } from '../../builders';

const dense = { counted: 'dense' as const };

describe('totalProcessingPerformance', () => {
  it.each([
    { name: 'H20', figures: [makeFigure('chip-fp8', 296, dense)], points: 2_368 },
    { name: 'H200', figures: [makeFigure('chip-fp8', 1_979, dense)], points: 15_832 },
    { name: 'B200', figures: [makeFigure('chip-fp4', 10_000, dense)], points: 40_000 },
    { name: 'operations on integers', figures: [makeFigure('chip-int8', 512)], points: 4_096 },
    {
      name: 'the precision that gives most',
      figures: [
        makeFigure('chip-bf16', 780, dense),
        makeFigure('chip-fp16', 800),
        makeFigure('chip-fp8', 900),
      ],
      points: 12_800,
    },
  ])('multiplies tera-operations by bits: $name', ({ figures, points }) => {
    expect(totalProcessingPerformance(figures)?.points).toBe(points);
  });

  it('carries the arithmetic', () => {
    const figure = makeFigure('chip-fp8', 781, dense);
    expect(totalProcessingPerformance([figure])).toEqual({
      points: 6_248,
      figure,
      precision: 'FP8',
      bits: 8,
      isTakenAsDense: false,
    });
  });

  it('says where it takes a figure as dense that its source does not call so', () => {
    expect(totalProcessingPerformance([makeFigure('chip-fp8', 1_000)])?.isTakenAsDense).toBe(true);
  });

  it.each([
    { because: 'there is no figure', figures: [] },
    {
      because: 'sparsity doubles what the rule counts',
      figures: [makeFigure('chip-fp8', 3_958, { counted: 'sparse' })],
    },
    {
      because: 'the precision is not stated',
      figures: [{ ...makeFigure('chip-fp8', 1_000), measure: undefined, label: 'Compute' }],
    },
    { because: 'a card is no chip', figures: [makeFigure('card-fp4', 1_560)] },
    { because: 'a system is no chip', figures: [makeFigure('system-fp8', 8_000)] },
    { because: 'memory does not count', figures: [makeFigure('chip-memory', 128)] },
  ])('is not known where $because', ({ figures }) => {
    expect(totalProcessingPerformance(figures)).toBeNull();
  });
});
