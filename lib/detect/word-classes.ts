import type { State, TermGraph } from './build-automaton';

/** A state whose edges lead on by class. */
export type ClassedState = Omit<State, 'edges'> & { edges: Map<number, number> };

/**
 * Puts words that lead alike from every state into one class ("curbs", "limits" and "bans" of a family), by number from 0 on,
 * and gives the automaton over classes in place of words: the alphabet of a scanner is made smaller in the same way (Aho,
 * Sethi and Ullman, "Compilers", 1986). Those that begin something come first.
 */
export function classWords({ states, groups }: ReturnType<TermGraph['determine']>): {
  states: ClassedState[];
  classes: Map<string, number>;
} {
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
  for (const [first, places] of leads) {
    const led = places.join();
    const number = numbers.get(led) ?? numbers.size;
    numbers.set(led, number);
    for (const word of groups.get(first) ?? []) classes.set(word, number);
  }
  const byClass = (edges: State['edges']) =>
    new Map([...edges].map(([first, to]) => [classes.get(first) as number, to]));
  return { states: states.map((state) => ({ ...state, edges: byClass(state.edges) })), classes };
}
