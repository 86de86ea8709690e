import type { State, TermGraph } from './build-automaton';

/** A state whose edges lead on by class. */
export type ClassedState = Omit<State, 'edges'> & { edges: Map<number, number> };

/**
 * Puts words that lead alike from every state into one class ("curbs", "limits" and "bans" of a family), by number from 0 on,
 * and gives the automaton over classes in place of words: the alphabet of a scanner is made smaller in the same way (Aho,
 * Sethi and Ullman, "Compilers", 1986). `mark` parts words further: those with another mark are never one class.
 */
export function classWords(
  { states, groups }: ReturnType<TermGraph['determine']>,
  mark: (word: string) => string,
): { states: ClassedState[]; classes: Map<string, number> } {
  const leads = new Map<string, number[]>();
  states.forEach(({ edges }, number) => {
    for (const [word, to] of edges) {
      const known = leads.get(word);
      if (known) known.push(number, to);
      else leads.set(word, [number, to]);
    }
  });
  const numbers = new Map<string, number>();
  const classes = new Map<string, number>();
  const classesOf = new Map<string, Set<number>>();
  for (const [first, places] of leads) {
    const own = new Set<number>();
    const led = places.join();
    for (const word of groups.get(first) ?? []) {
      const key = `${mark(word)} ${led}`;
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      classes.set(word, number);
      own.add(number);
    }
    classesOf.set(first, own);
  }
  const byClass = (edges: State['edges']) => {
    const led = new Map<number, number>();
    for (const [first, to] of edges) for (const number of classesOf.get(first) ?? []) led.set(number, to);
    return led;
  };
  return { states: states.map((state) => ({ ...state, edges: byClass(state.edges) })), classes };
}
