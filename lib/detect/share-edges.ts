import type { State } from './build-automaton';

/** A state as it is stored: words without an edge of its own are looked up in its `fallback` (0: none). */
export type StoredState = State & { fallback: number };

/**
 * Leaves out of each state what another state already says. A state inside a gap of any words repeats nearly
 * all edges of the state that the gap alone would have led to; that one becomes its fallback (as failure links
 * do in Aho and Corasick, "Efficient string matching", 1975), and what is the same there is not stored twice.
 */
export function shareEdges(states: State[]): StoredState[] {
  const candidates = states.map(() => new Set<number>());
  for (const { edges, any } of states) {
    if (any === null) continue;
    for (const to of edges.values()) candidates[to]?.add(any);
  }
  return states.map((state, number) => {
    let best: StoredState = { ...state, fallback: 0 };
    for (const candidate of candidates[number] ?? []) {
      const other = states[candidate] as State;
      if (!isSmaller(other, candidate, state, number) || !includes(state, other)) continue;
      const own = [...state.edges].filter(([word, to]) => other.edges.get(word) !== to);
      if (own.length < best.edges.size) {
        best = { edges: new Map(own), any: null, outputs: state.outputs, fallback: candidate };
      }
    }
    return best;
  });
}

/** An order among states, so that no chain of fallbacks comes back to where it began. */
function isSmaller(a: State, aNumber: number, b: State, bNumber: number): boolean {
  return a.edges.size === b.edges.size ? aNumber < bNumber : a.edges.size < b.edges.size;
}

/** Whether every word with an edge in `other` has one in `state`, and any other word leads both to the same place. */
function includes(state: State, other: State): boolean {
  return state.any === other.any && [...other.edges.keys()].every((word) => state.edges.has(word));
}
