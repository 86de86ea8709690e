import type { ClassedState } from './word-classes';

/** A state as it is stored: classes of words without an edge of its own are looked up in its `fallback` (0: none). */
export type StoredState = ClassedState & { fallback: number };

/** How many fallbacks may be asked one after the other for one word of a page. */
const LONGEST_CHAIN = 4;
/** How many of the next smaller states are looked at. */
const NEIGHBOURS = 200;

/**
 * Leaves out of each state what another state already says. Inside a gap of any words nearly all states repeat the
 * edges of those that the gap alone would have led to; the likest of them becomes the fallback (as failure links do
 * in Aho and Corasick, "Efficient string matching", 1975), and only what differs there is stored.
 */
export function shareEdges(states: ClassedState[]): StoredState[] {
  const stored: StoredState[] = states.map((state) => ({ ...state, fallback: 0 }));
  const chains = states.map(() => 0);
  // All but the start, whose edges are kept by class.
  const numbers = [...states.keys()].filter((number) => number > 0 && sizeOf(states, number) > 1);
  for (const alike of Map.groupBy(numbers, (number) => states[number]?.any).values()) {
    // From the smallest on, so that no chain of fallbacks comes back to where it began.
    const rising = alike.sort((a, b) => sizeOf(states, a) - sizeOf(states, b) || a - b);
    rising.forEach((number, at) => {
      const state = states[number] as ClassedState;
      let best = state.edges;
      for (const candidate of rising.slice(Math.max(0, at - NEIGHBOURS), at)) {
        if ((chains[candidate] as number) >= LONGEST_CHAIN) continue;
        const own = findDifference(state, states[candidate] as ClassedState, best.size);
        if (!own) continue;
        best = own;
        stored[number] = { edges: own, any: null, outputs: state.outputs, fallback: candidate };
        chains[number] = (chains[candidate] as number) + 1;
      }
    });
  }
  return stored;
}

function sizeOf(states: ClassedState[], number: number): number {
  return states[number]?.edges.size ?? 0;
}

/** The edges in which a state differs from another with the same gap; null where they are not fewer than `most`. */
function findDifference(state: ClassedState, other: ClassedState, most: number): Map<number, number> | null {
  const own = new Map<number, number>();
  for (const [key, to] of state.edges) {
    if (other.edges.get(key) === to) continue;
    if (own.size + 1 >= most) return null;
    own.set(key, to);
  }
  // A word that only the other state knows is any word here, or none: state 0.
  for (const key of other.edges.keys()) {
    if (state.edges.has(key)) continue;
    if (own.size + 1 >= most) return null;
    own.set(key, state.any ?? 0);
  }
  return own;
}
