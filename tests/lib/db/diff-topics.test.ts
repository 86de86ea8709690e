import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTopics } from '@/lib/db/diff-topics';
import type { Topic } from '@/lib/model/pack';
import { makeFact, makeTopic } from '@/tests/builders';

describe('diffTopics', () => {
  const before = makeTopic({ facts: [makeFact('a'), makeFact('b')] });

  it.each([
    ['a new fact', [makeFact('a'), makeFact('b'), makeFact('c')], ['facts.c'], []],
    ['another text', [makeFact('a', { text: 'Other.' }), makeFact('b')], ['facts.a'], []],
    ['another date', [makeFact('a', { date: '2025-02' }), makeFact('b')], ['facts.a'], []],
    [
      'an outcome',
      [makeFact('a', { outcome: { result: 'late', sources: [] } }), makeFact('b')],
      ['facts.a'],
      [],
    ],
    ['another source', [makeFact('a', { sources: ['keynote'] }), makeFact('b')], [], []],
    ['another place', [makeFact('b'), makeFact('a')], [], []],
    ['a fact taken out', [makeFact('b')], [], ['facts.a']],
  ] as const)('%s', (_, facts, came, went) => {
    const after = { ...before, facts: [...facts] };
    expect(diffTopics([before], [after])).toEqual({
      added: [],
      changed: [{ topic: 'huawei', came, went }],
      removed: [],
    });
  });

  it('names views by their question', () => {
    const point = { id: 'p', text: 'So.', by: 'An analyst', status: 'claimed' as const, sources: [] };
    const insight = { id: 'q', question: 'Is it so?', points: [point], topics: [] };
    const { changed } = diffTopics([before], [{ ...before, insights: [insight] }]);
    expect(changed[0]?.came).toEqual(['insights.q.p']);
  });

  it('says nothing of topics that say the same', () => {
    expect(diffTopics([before], [structuredClone(before)])).toEqual({ added: [], changed: [], removed: [] });
  });

  it('law: the former topics without `removed`, with `added` and `changed` put in their place, are the latter', () => {
    const topics = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), summary: fc.constantFrom('One.', 'Two.') }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(topics, topics, (some, others) => {
        const [former, latter] = [some.map(makeTopic), others.map(makeTopic)];
        const { added, changed, removed } = diffTopics(former, latter);
        const put = new Map<string, Topic | undefined>(former.map((topic) => [topic.id, topic]));
        for (const id of removed) put.delete(id);
        for (const { topic } of [...added, ...changed]) {
          put.set(
            topic,
            latter.find(({ id }) => id === topic),
          );
        }
        expect(put).toEqual(new Map(latter.map((topic) => [topic.id, topic])));
      }),
    );
  });
});
