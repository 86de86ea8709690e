import { describe, expect, it } from 'vitest';
import { i18n } from '#i18n';
import { figureText, formatValue, measureWord, pointsText, thresholdText } from '@/lib/card/figure-words';
import { totalProcessingPerformance } from '@/lib/card/total-processing-performance';
import { MEASURES, type MeasureId } from '@/lib/model/measures';
import { makeFigure } from '../../builders';
import { speak } from '../../speak';

describe('figureText', () => {
  it.each([
    {
      figure: makeFigure('chip-memory', 128, { of: 'Ascend 950PR' }),
      text: 'Memory per chip, Ascend 950PR: 128 GB',
    },
    {
      figure: makeFigure('chip-fp8', 296, { counted: 'dense' }),
      text: 'FP8 compute per chip: 296 TFLOPS, dense',
    },
    {
      figure: makeFigure('revenue-cny', 880, { bound: 'at-least', period: '2025' }),
      text: 'Revenue, 2025: at least 880 billion yuan',
    },
    {
      figure: makeFigure('hbm-share', 62, { of: 'SK hynix', period: '2025-Q2' }),
      text: 'Share of HBM sales, SK hynix, Q2 2025: 62%',
    },
    {
      figure: {
        ...makeFigure('chip-memory', 48),
        measure: undefined,
        label: { en: 'Votes', de: 'Stimmen' },
        unit: 'votes',
      },
      text: 'Stimmen: 48 votes',
    },
  ])('reads "$text"', ({ figure, text }) => {
    expect(figureText(figure, ['de', 'en'], i18n.t)).toBe(text);
  });
});

describe('formatValue', () => {
  it.each([
    [8_000, 'PFLOPS', '8 EFLOPS'],
    [300, 'PFLOPS', '300 PFLOPS'],
    [16_300, 'TB/s', '16.3 PB/s'],
    [1_560, 'TFLOPS', '1,560 TFLOPS'],
    [1_152, 'TB', '1,152 TB'],
    [0.6851, 'billion dollars', '685.1 million dollars'],
    [44.062, 'billion dollars', '44.062 billion dollars'],
    [5.92, 'points per mm²', '5.92 points per mm²'],
  ])('%d %s is "%s"', (value, unit, text) => {
    expect(formatValue(value, unit, i18n.t)).toBe(text);
  });

  it.each([
    [891.4, 'billion yuan', '8914亿元'],
    [0.6851, 'billion dollars', '6.851亿美元'],
    [45_000, 'wafers a month', '45,000片/月'],
    [24, 'states', '24国'],
    [128, 'GB', '128 GB'],
    [3, 'million per mm²', '3 million per mm²'],
  ])('%d %s is "%s" in Chinese', async (value, unit, text) => {
    await speak('zh_CN');
    expect(formatValue(value, unit, i18n.t)).toBe(text);
  });
});

it('has a word for each measure', () => {
  for (const measure of Object.keys(MEASURES) as MeasureId[])
    expect(measureWord(measure, i18n.t), measure).toMatch(/^[A-Z]\S* ?\S+/);
});

it('says how points were computed, and by whom', () => {
  const points = (counted?: 'dense') => {
    const computed = totalProcessingPerformance([makeFigure('chip-fp8', 781, { counted })]);
    return computed && pointsText(computed, i18n.t);
  };
  expect(points('dense')).toBe('781 TFLOPS (FP8) × 8 bits = 6,248 points, computed by Sidelight');
  expect(points()).toMatch(/, taken as dense, the source does not say$/);
});

it('joins the conditions of a threshold, and says what follows', () => {
  const conditions = [
    { measure: 'chip-points' as const, is: 'below' as const, value: 21_000 },
    { measure: 'chip-memory-bandwidth' as const, is: 'above' as const, value: 6_500 },
  ];
  const threshold = { id: 'a', conditions, text: 'Reviewed.', status: 'happened' as const, sources: [] };
  expect(thresholdText(threshold, ['en'], i18n.t)).toBe(
    'Total processing performance per chip: below 21,000 points; and Memory bandwidth per chip: above 6,500 GB/s. Reviewed.',
  );
});
