import { expect, test } from 'vitest';
import { TermGraph } from '@/lib/detect/build-automaton';
import { classWords } from '@/lib/detect/word-classes';

function makeStates() {
  const graph = new TermGraph();
  graph.addFamily(
    [
      ['chip', 'tool'],
      ['curbs', 'limits', 'bans'],
    ],
    1,
  );
  graph.addWords(['chip', 'maker'], 2);
  graph.addWords(['limits', 'up'], 3);
  return graph.determine();
}

test('words that lead alike from every state are one class', () => {
  const { classes } = classWords(makeStates());
  expect(classes.get('curbs')).toBe(classes.get('bans'));
  // "limits" also begins a term, "chip" also leads to "maker".
  expect(classes.get('limits')).not.toBe(classes.get('curbs'));
  expect(classes.get('chip')).not.toBe(classes.get('tool'));
  expect([...new Set(classes.values())].sort()).toEqual([0, 1, 2, 3, 4, 5]);
});

test('the automaton over classes leads where that over words did', () => {
  const made = makeStates();
  const { states: classed, classes } = classWords(made);
  made.states.forEach(({ edges, outputs }, number) => {
    const by = new Map([...edges].map(([word, to]) => [classes.get(word), to]));
    expect(classed[number]).toMatchObject({ outputs, edges: by });
  });
});

test('words that are never told apart are followed once, and each has its class', () => {
  const { states, groups } = makeStates();
  expect([...(states[0]?.edges.keys() ?? [])]).toEqual(['chip', 'tool', 'limits']);
  expect([...groups.values()]).toContainEqual(['curbs', 'bans']);
});
