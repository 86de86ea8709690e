import type { State } from './build-automaton';

/** A state whose edges lead on by class. */
export type ClassedState = Omit<State, 'edges'> & { edges: Map<number, number> };

/**
 * Puts words that lead alike from every state into one class ("curbs", "limits" and "bans" of a family), by number from 0 on,
 * and gives the automaton over classes in place of words: the alphabet of a scanner is made smaller in the same way (Aho,
 * Sethi and Ullman, "Compilers", 1986). `mark` parts words further: those with another mark are never one class.
 */
export function classWords(
  states: State[],
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
  for (const [word, places] of leads) {
    const key = `${mark(word)} ${places}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    classes.set(word, number);
  }
  return {
    states: states.map((state) => ({
      ...state,
      edges: new Map([...state.edges].map(([word, to]) => [classes.get(word) as number, to])),
    })),
    classes,
  };
}
