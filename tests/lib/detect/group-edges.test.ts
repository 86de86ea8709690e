import { expect, test } from 'vitest';
import { groupEdges } from '@/lib/detect/group-edges';
import type { StoredState } from '@/lib/detect/share-edges';

const makeState = (edges: [number, number][], any: number | null = null): StoredState => ({
  edges: new Map(edges),
  any,
  outputs: [],
  fallback: 0,
});

const ANY_WORD = 9;

test('classes that lead to one state together are one edge, by a set that is stored once', () => {
  const slot = (to: number): [number, number][] => [
    [4, to],
    [2, to],
    [7, to],
  ];
  const { states, sets } = groupEdges([makeState([...slot(5), [1, 6]]), makeState(slot(8), 3)], ANY_WORD);
  expect(sets).toEqual([[2, 4, 7]]);
  expect([...(states[0]?.edges ?? [])]).toEqual([
    [ANY_WORD + 1, 5],
    [1, 6],
  ]);
  expect([...(states[1]?.edges ?? [])]).toEqual([
    [ANY_WORD + 1, 8],
    [ANY_WORD, 3],
  ]);
});

test('what a set would not make shorter stays as it is', () => {
  const edges: [number, number][] = [
    [2, 5],
    [4, 5],
  ];
  const { states, sets } = groupEdges([makeState(edges)], ANY_WORD);
  expect(sets).toEqual([]);
  expect([...(states[0]?.edges ?? [])]).toEqual(edges);
});
