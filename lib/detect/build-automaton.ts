import type { Family } from '@/lib/model/mention-rules';
import { tokenize } from './tokenize';

/**
 * From terms to the automaton that the index stores. Terms and families first become a graph in which one word
 * may lead to several nodes; `determine` makes of it one in which each word leads to one state (the subset
 * construction: Rabin and Scott, "Finite automata and their decision problems", 1959).
 */

/** A state: where each word leads, where any other word leads, what ends here. State 0 is the start. */
export type State = { edges: Map<string, number>; any: number | null; outputs: number[] };

/** `any`: where any word leads but those that are barred. */
type Node = { edges: Map<string, Set<number>>; any: Map<number, Set<string>>; outputs: Set<number> };

/** A graph that terms are added to. */
export class TermGraph {
  readonly #nodes: Node[] = [];
  /** Nodes of plain terms, which share their beginnings: child by node and word. */
  readonly #shared = new Map<string, number>();
  /** What may not stand in a gap, by the list: the same list is the same set. */
  readonly #barred = new Map<string, Set<string>>();

  constructor() {
    this.#addNode();
  }

  /** Adds a run of words that ends in an output. */
  addWords(words: string[], output: number): void {
    let node = 0;
    for (const word of words) {
      const key = `${node} ${word}`;
      let next = this.#shared.get(key);
      if (next === undefined) {
        next = this.#addNode();
        this.#shared.set(key, next);
        this.#connect(node, word, next);
      }
      node = next;
    }
    if (node !== 0) this.#node(node).outputs.add(output);
  }

  /** Adds a family: each slot leads from the nodes that the slots before it reach to those it reaches. */
  addFamily(slots: Family['slots'], output: number): void {
    let reached = [0];
    for (const slot of slots) {
      if (Array.isArray(slot)) reached = [this.#addPhrases(reached, slot)];
      else if ('maybe' in slot) {
        let last = reached;
        for (let time = 0; time < (slot.upTo ?? 1); time++) {
          last = [this.#addPhrases(last, slot.maybe)];
          reached = [...reached, ...last];
        }
      } else {
        const barred = this.#barredWords(slot.but ?? []);
        let last = reached;
        for (let word = 0; word < slot.words; word++) {
          const next = this.#addNode();
          for (const node of last) this.#node(node).any.set(next, barred);
          last = [next];
          reached = [...reached, next];
        }
      }
    }
    for (const node of reached) this.#node(node).outputs.add(output);
  }

  /** The states, start first; their edges are those of the first word of each group, and the others lead where it does. */
  determine(): { states: State[]; groups: Map<string, string[]> } {
    const groups = this.#groupWords();
    const isFirst = (word: string) => groups.has(word);
    const leading = this.#nodes.map(({ edges }) =>
      [...edges].filter(([word]) => isFirst(word)).map(([word, to]) => [word, [...to]] as const),
    );
    const barring = new Map([...this.#barred.values()].map((words) => [words, [...words].filter(isFirst)]));
    const states: State[] = [];
    const sets: (readonly number[])[] = [];
    const known = new Map<string, number>();
    const alone: number[] = [];
    const stateOf = (nodes: readonly number[]) => {
      if (nodes.length === 1) {
        const only = nodes[0] as number;
        alone[only] ??= sets.push(nodes) - 1;
        return alone[only];
      }
      // Most are asked for again and again in the same order.
      const asked = nodes.join();
      const same = known.get(asked);
      if (same !== undefined) return same;
      const set = [...new Set(nodes)].sort((a, b) => a - b);
      if (set.length === 1) return stateOf(set);
      const key = set.join();
      const found = known.get(key) ?? sets.push(set) - 1;
      known.set(key, found).set(asked, found);
      return found;
    };
    stateOf([0]);
    for (let at = 0; at < sets.length; at++) {
      const set = sets[at] as readonly number[];
      const nodes = set.map((node) => this.#node(node));
      const any = nodes.flatMap((node) => [...node.any]);
      const gaps = [...Map.groupBy(any, ([, barred]) => barred)].map(
        ([barred, open]) => [barred, open.map(([next]) => next)] as const,
      );
      const targets = new Map<string, readonly number[]>();
      for (const node of set) {
        for (const [word, to] of leading[node] ?? []) {
          const known = targets.get(word);
          targets.set(word, known ? [...known, ...to] : to);
        }
      }
      for (const [barred] of gaps) {
        for (const word of barring.get(barred) ?? []) if (!targets.has(word)) targets.set(word, []);
      }
      const edges = new Map<string, number>();
      for (const [word, to] of targets) {
        let reached = to;
        for (const [barred, next] of gaps) if (!barred.has(word)) reached = [...reached, ...next];
        edges.set(word, stateOf(reached));
      }
      const outputs = [...new Set(nodes.flatMap((node) => [...node.outputs]))].sort((a, b) => a - b);
      states.push({ edges, any: any.length ? stateOf(any.map(([to]) => to)) : null, outputs });
    }
    return { states: mergeAlike(states), groups };
  }

  /**
   * The words in groups, each by its first: those of one group lead alike from every node and are barred alike, so the
   * subset construction need follow only one of them.
   */
  #groupWords(): Map<string, string[]> {
    const keys = new Map<string, number>();
    const keyOf = new Map<string, number>();
    const part = (word: string, by: string) => {
      const key = `${keyOf.get(word) ?? ''} ${by}`;
      const number = keys.get(key) ?? keys.size;
      keys.set(key, number);
      keyOf.set(word, number);
    };
    this.#nodes.forEach(({ edges }, node) => {
      for (const [word, to] of edges) part(word, `${node} ${[...to]}`);
    });
    [...this.#barred.values()].forEach((words, list) => {
      for (const word of words) part(word, `barred ${list}`);
    });
    const groups = Map.groupBy(keyOf.keys(), (word) => keyOf.get(word));
    return new Map([...groups.values()].map((words) => [words[0] as string, words]));
  }

  #barredWords(listed: string[]): Set<string> {
    const key = listed.join('\n');
    const words = this.#barred.get(key) ?? new Set(listed.flatMap(tokenize));
    this.#barred.set(key, words);
    return words;
  }

  #node(number: number): Node {
    return this.#nodes[number] as Node;
  }

  #addNode(): number {
    return this.#nodes.push({ edges: new Map(), any: new Map(), outputs: new Set() }) - 1;
  }

  #connect(from: number, word: string, to: number): void {
    const { edges } = this.#node(from);
    edges.set(word, (edges.get(word) ?? new Set()).add(to));
  }

  #addPhrases(from: number[], phrases: string[]): number {
    const end = this.#addNode();
    for (const phrase of phrases) {
      const words = tokenize(phrase);
      const last = words.pop();
      if (last === undefined) continue;
      for (const start of from) {
        let node = start;
        for (const word of words) {
          const next = this.#addNode();
          this.#connect(node, word, next);
          node = next;
        }
        this.#connect(node, last, end);
      }
    }
    return end;
  }
}

/**
 * The same automaton with alike states made one: those with the same outputs from which the same words lead to
 * alike states. No word leads back to an earlier state, so one pass from the ends to the start finds them all.
 */
function mergeAlike(states: State[]): State[] {
  const merged: State[] = [];
  const known = new Map<string, number>();
  const numbers: number[] = [];
  const words = new Map<string, number>();
  const numberOf = (word: string) => {
    const number = words.get(word) ?? words.size;
    words.set(word, number);
    return number;
  };
  const place = (number: number): number => {
    const placed = numbers[number];
    if (placed !== undefined) return placed;
    const state = states[number] as State;
    const edges = new Map([...state.edges].map(([word, to]) => [word, place(to)]));
    const any = state.any === null ? null : place(state.any);
    // By number, since to sort words takes longer than all the rest.
    const leads = [...edges].map(([word, to]) => numberOf(word) * 2 ** 20 + to).sort((a, b) => a - b);
    const key = `${state.outputs} ${any} ${leads}`;
    const found = known.get(key) ?? merged.push({ edges, any, outputs: state.outputs }) - 1;
    known.set(key, found);
    numbers[number] = found;
    return found;
  };
  const start = place(0);
  // The start is placed last; it must be the first.
  const last = merged.length - 1;
  const swap = (number: number) => (number === start ? 0 : number === 0 ? last : number);
  [merged[0], merged[last]] = [merged[last] as State, merged[0] as State];
  return merged.map(({ edges, any, outputs }) => ({
    edges: new Map([...edges].map(([word, to]) => [word, swap(to)])),
    any: any === null ? null : swap(any),
    outputs,
  }));
}
