import { describe, expect, it } from 'vitest';
import { sourcesAsOf } from '@/lib/card/sources-as-of';
import type { Fact } from '@/lib/model/pack';
import { asOf } from '@/lib/time/as-of';
import { makeTopic } from '../../builders';

const fact = (id: string, date: string, sources: string[]): Fact => ({
  id,
  text: 'Text.',
  status: 'happened',
  date,
  sources,
});

describe('sourcesAsOf', () => {
  const topic = makeTopic({
    facts: [
      fact('then', '2025-09', ['then', 'look-back', 'both']),
      fact('later', '2026-03', ['undated', 'both']),
    ],
    sources: [
      { id: 'then', origin: 'Then', date: '2025-09-18', tier: 'primary' },
      { id: 'look-back', origin: 'Look back', date: '2026-05', tier: 'trade' },
      { id: 'undated', origin: 'Undated', tier: 'weak' },
      { id: 'both', origin: 'Both', tier: 'weak' },
    ],
  });
  const divided = (date: string | null) => {
    const { known, since } = sourcesAsOf(topic, asOf(topic, date));
    return [known.map((source) => source.id), since.map((source) => source.id)];
  };

  it('folds a source dated after the article even where it stands behind an earlier fact', () => {
    expect(divided('2025-10-02')).toEqual([
      ['then', 'both'],
      ['look-back', 'undated'],
    ]);
  });

  it('keeps a source that only a threshold of then names', () => {
    const conditions = [{ measure: 'chip-link' as const, is: 'at-least' as const, value: 600 }];
    const limit = { ...fact('limit', '2022-10-07', ['undated']), conditions };
    const ruled = makeTopic({ ...topic, thresholds: [limit] });
    const { known } = sourcesAsOf(ruled, asOf(ruled, '2025-10-02'));
    expect(known.map((source) => source.id)).toContain('undated');
  });

  it('folds nothing without an article date', () => {
    expect(divided(null)).toEqual([['then', 'look-back', 'undated', 'both'], []]);
  });
});
