import { describe, expect, it } from 'vitest';
import { i18n } from '#i18n';
import { formatDate, formatMonth, todayOf } from '@/lib/time/format-date';
import { speak } from '../../speak';

describe('formatDate in Chinese', () => {
  it.each([
    ['2025', '2025年'],
    ['2025-Q4', '2025年第4季度'],
    ['2025-09', '2025年9月'],
    ['2025-09-18', '2025年9月18日'],
  ])('writes %s as %s', async (date, expected) => {
    await speak('zh_CN');
    expect(formatDate(date, i18n.t)).toBe(expected);
  });
});

describe('formatDate', () => {
  it.each([
    ['2025', '2025'],
    ['2025-Q4', 'Q4 2025'],
    ['2025-09', 'Sep 2025'],
    ['2025-09-18', '18 Sep 2025'],
  ])('writes %s as %s, no more exact than it is known', (date, expected) => {
    expect(formatDate(date, i18n.t)).toBe(expected);
  });
});

it('formatMonth leaves the day out and a quarter as it is', () => {
  expect(formatMonth('2026-04-24', i18n.t)).toBe('Apr 2026');
  expect(formatMonth('2026-Q2', i18n.t)).toBe('Q2 2026');
});

it('todayOf is the day on the reader’s own calendar', () => {
  expect(todayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});
