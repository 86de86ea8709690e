import { describe, expect, it } from 'vitest';
import { pageRelations } from '@/lib/card/page-relations';
import type { Relation } from '@/lib/model/pack';
import { makeTopic } from '@/tests/builders';

const relate = (type: Relation['type'], topic: string, date?: string): Relation => ({
  type,
  topic,
  status: 'happened',
  ...(date && { date }),
});
const make = (id: string, relations: Relation[] = [], formerIds: string[] = []) =>
  makeTopic({ id, relations, formerIds });
const said = (relations: ReturnType<typeof pageRelations>['known']) =>
  relations.map(({ subject, type, object }) => `${subject.id} ${type} ${object.id}`);

describe('pageRelations', () => {
  it.each([
    ['what the topic does', [relate('makes', 'ascend')], [], ['huawei makes ascend']],
    ['what is done to it', [], [relate('part-of', 'huawei')], ['ascend part-of huawei']],
    [
      'both, where they differ',
      [relate('makes', 'ascend')],
      [relate('part-of', 'huawei')],
      ['huawei makes ascend', 'ascend part-of huawei'],
    ],
    [
      'once what is the same from either side',
      [relate('competes-with', 'ascend')],
      [relate('competes-with', 'huawei')],
      ['huawei competes-with ascend'],
    ],
    ['nothing of topics that are not on the page', [relate('makes', 'kirin')], [], []],
    ['a topic by the id that it had before', [relate('makes', 'ascend-chips')], [], ['huawei makes ascend']],
  ] as const)('%s', (_, own, theirs, expected) => {
    const [huawei, ascend] = [make('huawei', [...own]), make('ascend', [...theirs], ['ascend-chips'])];
    expect(said(pageRelations(huawei, [ascend, huawei], null).known)).toEqual(expected);
  });

  it('keeps what came after the article apart', () => {
    const huawei = make('huawei', [
      relate('makes', 'ascend', '2019'),
      relate('supplies', 'ascend', '2026-02'),
    ]);
    const { known, since } = pageRelations(huawei, [make('ascend')], '2025-10-02');
    expect(said(known)).toEqual(['huawei makes ascend']);
    expect(said(since)).toEqual(['huawei supplies ascend']);
  });
});
