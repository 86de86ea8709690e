import type { StoredState } from './share-edges';

/** A state whose edges lead on by label: see `groupEdges`. */
export type LabelledState = { edges: Map<number, number>; outputs: number[]; fallback: number };

/**
 * Puts one edge in the place of many: classes that lead from one state to the same other, as the words of a slot do, are a
 * set where that is shorter. A label below `anyWord` is a class, that number is any word, and those above it are
 * the sets, counted from 1 on: nearly all stand in many states, and each is stored once.
 */
export function groupEdges(
  states: StoredState[],
  anyWord: number,
): { states: LabelledState[]; sets: number[][] } {
  const groups = states.map(({ edges }) =>
    [...Map.groupBy(edges, ([, to]) => to)].map(([to, led]) => {
      const classes = led.map(([number]) => number).sort((a, b) => a - b);
      return { to, classes, key: classes.join() };
    }),
  );
  const uses = Map.groupBy(groups.flat(), ({ key }) => key);
  /** Sets by their classes. */
  const labels = new Map<string, number>();
  const sets: number[][] = [];
  for (const [key, same] of uses) {
    const { length } = same[0]?.classes ?? [];
    // In numbers: two for each edge; a set has its classes and where they begin.
    if (2 * length * same.length > 2 * same.length + length + 1) {
      labels.set(key, anyWord + sets.push(same[0]?.classes ?? []));
    }
  }
  return {
    sets,
    states: states.map(({ any, outputs, fallback }, number) => {
      const edges = (groups[number] ?? []).flatMap(({ to, classes, key }) => {
        const label = labels.get(key);
        return (label === undefined ? classes : [label]).map((by) => [by, to] as const);
      });
      if (any !== null) edges.push([anyWord, any]);
      return { edges: new Map(edges), outputs, fallback };
    }),
  };
}
