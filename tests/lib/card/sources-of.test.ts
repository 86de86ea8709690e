import { describe, expect, it } from 'vitest';
import { isReportedOnly, withoutDate } from '@/lib/card/sources-of';
import type { Source } from '@/lib/model/pack';

describe('withoutDate', () => {
  it.each([
    ['Huawei keynote, 18 Sep 2025', 'Huawei keynote'],
    ['Nvidia results (August 2025)', 'Nvidia results'],
    ['Huawei Connect 2025', 'Huawei Connect 2025'],
    ['Reuters', 'Reuters'],
  ])('%s is %s', (origin, expected) => {
    expect(withoutDate(origin)).toBe(expected);
  });
});

describe('isReportedOnly', () => {
  const source = (id: string, tier: Source['tier']): Source => ({ id, origin: id, tier });
  const topic = { sources: [source('digest', 'weak'), source('copy', 'weak'), source('rule', 'official')] };

  it.each([
    [['digest'], true, 'one weak page'],
    [['digest', 'copy'], true, 'several that may be copies of each other'],
    [['digest', 'rule'], false, 'one of them can be trusted'],
    [[], false, 'nothing is named: that is said in other words'],
  ])('%j: %s, since %s', (ids, expected) => {
    expect(isReportedOnly(ids, topic)).toBe(expected);
  });
});
