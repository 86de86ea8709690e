import { describe, expect, it } from 'vitest';
import { besideThreshold } from '@/lib/card/beside-threshold';
import type { Condition, Figure, Threshold } from '@/lib/model/pack';
import { readShippedTopic } from '@/scripts/packs/read-shipped';
import { makeFigure, makeTopic } from '../../builders';

const threshold = (conditions: Condition[], fields: Partial<Threshold> = {}): Threshold => ({
  id: 'limit',
  conditions,
  text: 'Needs a licence.',
  date: '2025-01-01',
  status: 'happened',
  sources: ['keynote'],
  ...fields,
});
const beside = (figures: Figure[], limit: Threshold, date = '2026-01-01') =>
  besideThreshold(makeTopic({ figures }), makeTopic({ thresholds: [limit] }), date);
const atLeast = (measure: Condition['measure'], value: number): Condition => ({
  measure,
  is: 'at-least',
  value,
});
const about = { bound: 'about' as const };
const more = { bound: 'at-least' as const };
const upTo = { bound: 'at-most' as const };

describe('one condition', () => {
  const bandwidth = (value: number, fields: Partial<Figure> = {}) => [
    makeFigure('chip-memory-bandwidth', value, fields),
  ];
  it.each([
    { is: 'at-least', figures: bandwidth(4_000), side: 'above', holds: true },
    { is: 'at-least', figures: bandwidth(1_400), side: 'at', holds: true },
    { is: 'at-least', figures: bandwidth(864), side: 'below', holds: false },
    { is: 'above', figures: bandwidth(1_400), side: 'at', holds: false },
    { is: 'below', figures: bandwidth(1_400), side: 'at', holds: false },
    { is: 'below', figures: bandwidth(864), side: 'below', holds: true },
    { is: 'at-least', figures: bandwidth(2_000, more), side: 'above', holds: true },
    { is: 'at-least', figures: bandwidth(1_000, more), side: null, holds: null },
    { is: 'at-least', figures: bandwidth(2_000, upTo), side: null, holds: null },
    { is: 'below', figures: bandwidth(1_000, upTo), side: 'below', holds: true },
    { is: 'at-least', figures: bandwidth(1_500, about), side: 'above', holds: true },
    { is: 'at-least', figures: bandwidth(1_400, about), side: null, holds: null },
    { is: 'at-least', figures: [...bandwidth(1_300), ...bandwidth(1_500)], side: null, holds: null },
    { is: 'at-least', figures: [makeFigure('card-memory-bandwidth', 4_000)], side: null, holds: null },
    { is: 'at-least', figures: [], side: null, holds: null },
  ] as const)(
    '$is 1,400: $figures.0.bound $figures.0.value is $side, $holds',
    ({ is, figures, side, holds }) => {
      const [found] = beside(
        [...figures],
        threshold([{ measure: 'chip-memory-bandwidth', is, value: 1_400 }]),
      );
      expect(found?.lines).toMatchObject([{ side, holds }]);
    },
  );
});

describe('what a rule counts', () => {
  it('takes points from the highest precision, with the arithmetic', () => {
    const figures = [makeFigure('chip-fp8', 296, { counted: 'dense' }), makeFigure('chip-bf16', 100)];
    const [found] = beside(figures, threshold([atLeast('chip-points', 4_800)]));
    expect(found?.lines).toMatchObject([
      { side: 'below', compared: { value: 2_368, points: { precision: 'FP8', bits: 8 } } },
    ]);
  });

  it('takes links as a part of input and output: enough to be above, never to be below', () => {
    const limit = threshold([atLeast('chip-io-bandwidth', 1_100)]);
    expect(beside([makeFigure('chip-link', 1_800)], limit)[0]?.holds).toBe(true);
    expect(beside([makeFigure('chip-link', 400)], limit)[0]?.holds).toBeNull();
    expect(beside([makeFigure('chip-link', 400, upTo)], limit)[0]?.lines[0]?.compared).toBeNull();
  });

  it('adds memory and links for the sum of both', () => {
    const limit = threshold([atLeast('chip-total-bandwidth', 1_700)]);
    const memory = makeFigure('chip-memory-bandwidth', 1_200);
    const link = makeFigure('chip-link', 600);
    const [found] = beside([memory, link], limit);
    expect(found?.lines).toMatchObject([
      { side: 'above', compared: { value: 1_800, figures: [memory, link] } },
    ]);
    expect(beside([memory], limit)[0]?.holds).toBeNull();
    expect(beside([link], limit)[0]?.holds).toBeNull();
  });

  it('needs all conditions, and one that fails is enough to fail', () => {
    const both = threshold([atLeast('chip-points', 1_600), atLeast('chip-performance-density', 5.92)]);
    expect(beside([makeFigure('chip-fp8', 296)], both)[0]?.holds).toBeNull();
    expect(beside([makeFigure('chip-fp8', 100)], both)[0]?.holds).toBe(false);
    const density = makeFigure('chip-performance-density', 6);
    expect(beside([makeFigure('chip-fp8', 296), density], both)[0]?.holds).toBe(true);
  });

  it('does not decide by a part of what the rule asks for, unless that part fails', () => {
    const partial = threshold([atLeast('chip-link', 600)], { partial: true });
    expect(beside([makeFigure('chip-link', 900)], partial)[0]?.holds).toBeNull();
    expect(beside([makeFigure('chip-link', 400)], partial)[0]?.holds).toBe(false);
  });
});

describe('which figures and thresholds', () => {
  const limit = threshold([atLeast('chip-memory-bandwidth', 1_400)], { until: '2025-12-31' });

  it('looks at each variant by itself, with what holds of all of them', () => {
    const figures = [
      makeFigure('chip-fp8', 1_000),
      makeFigure('chip-memory-bandwidth', 1_600, { of: '950PR' }),
      makeFigure('chip-memory-bandwidth', 1_000, { of: '950DT' }),
      makeFigure('card-memory-bandwidth', 1_400, { of: 'Atlas 350' }),
    ];
    const found = beside(figures, threshold([atLeast('chip-points', 4_800), ...limit.conditions]));
    expect(found.map(({ of, holds }) => [of, holds])).toEqual([
      ['950PR', true],
      ['950DT', false],
    ]);
  });

  it.each([
    ['2024-12-31', 0],
    ['2025-06-01', 1],
    ['2025-12-31', 1],
    ['2026-01-01', 0],
  ])('on %s finds %i in force', (date, count) => {
    expect(beside([], limit, date)).toHaveLength(count);
  });

  it('does not know a figure before its day', () => {
    const figures = [makeFigure('chip-memory-bandwidth', 4_000)];
    expect(beside(figures, limit, '2025-06-01')[0]?.holds).toBeNull();
    expect(beside(figures, limit, '2025-10-01')[0]?.holds).toBe(true);
  });
});

describe('the shipped pack', () => {
  const H200_RULE = ['us-chip-export-controls', 'case-by-case', '2026-07-01'] as const;
  const OCTOBER_2023 = ['october-17-2023-rules', 'points', '2026-07-01'] as const;
  it.each([
    { chip: 'h200', rule: H200_RULE, holds: true },
    { chip: 'h20', rule: OCTOBER_2023, holds: false },
    { chip: 'h200', rule: OCTOBER_2023, holds: true },
    { chip: 'amd-mi300-mi308', rule: OCTOBER_2023, holds: null },
    { chip: 'b30a', rule: OCTOBER_2023, holds: null },
    { chip: 'h20', rule: ['us-chip-export-controls', 'letters-memory', '2025-05-01'] as const, holds: true },
    { chip: 'a100-a800', rule: ['october-7-2022-rules', 'link', '2022-12-01'] as const, holds: null },
  ])('sets $chip beside $rule: $holds', ({ chip, rule: [rule, id, date], holds }) => {
    const found = besideThreshold(readShippedTopic(chip), readShippedTopic(rule), date);
    expect(found.find((line) => line.threshold.id === id)?.holds).toBe(holds);
  });

  it('finds the A800 below the link limit that it was made for', () => {
    const found = besideThreshold(
      readShippedTopic('a100-a800'),
      readShippedTopic('october-7-2022-rules'),
      '2022-12-01',
    );
    expect(found.map(({ of, lines, holds }) => [of, lines[0]?.side, holds])).toEqual([
      ['A100', 'at', null],
      ['A800', 'below', false],
    ]);
  });
});
