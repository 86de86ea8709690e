import { expect, it } from 'vitest';
import { compareFigures } from '@/lib/card/compare-figures';
import { makeFigure, makeTopic } from '@/tests/builders';

const make = (id: string, ...figures: ReturnType<typeof makeFigure>[]) => makeTopic({ id, figures });
const said = (rows: ReturnType<typeof compareFigures>) =>
  rows.map(({ topic, figure }) => `${topic.id} ${figure.of ?? ''} ${figure.value}`);

it('sets the figures of all topics in a row, largest first', () => {
  const topics = [make('h20', makeFigure('chip-memory', 96)), make('b200', makeFigure('chip-memory', 192))];
  expect(said(compareFigures('chip-memory', topics, null))).toEqual(['b200  192', 'h20  96']);
});

it('knows no figure that is later than the article, and none of another measure', () => {
  const topics = [
    make('h20', makeFigure('chip-memory', 96, { date: '2023-11' }), makeFigure('chip-power', 400)),
    make('b200', makeFigure('chip-memory', 192, { date: '2026-02' })),
  ];
  expect(said(compareFigures('chip-memory', topics, '2025-10-02'))).toEqual(['h20  96']);
});

it('takes the newest of several for the same thing, whichever topic tells it', () => {
  const of = 'Ascend 950PR';
  const topics = [
    make('ascend-950', makeFigure('chip-memory', 128, { of, date: '2025-09' })),
    make('huawei-hbm', makeFigure('chip-memory', 112, { of, date: '2026-03' })),
    make('h20', makeFigure('chip-memory', 96, { of: 'one card' })),
    make('h200', makeFigure('chip-memory', 141, { of: 'one card' })),
  ];
  expect(said(compareFigures('chip-memory', topics, null))).toEqual([
    'h200 one card 141',
    'huawei-hbm Ascend 950PR 112',
    'h20 one card 96',
  ]);
});
