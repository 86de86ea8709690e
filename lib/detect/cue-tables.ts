/** Cues and rules while an index is compiled: which cues there are is known only when all lists are in. */
import type { Family, Term } from '@/lib/model/mention-rules';
import type { TermGraph } from './build-automaton';
import type { StoredTables } from './expand-lists';
import { IN_CAPITALS, IS_CUE, IS_TARGET, type Rule } from './layout';
import { type NumberSet, toNumberSet } from './number-set';
import { tokenize } from './tokenize';

/** A list of cues, and how they are marked as such. */
type CueList = { texts: string[]; flag: number };

/**
 * Cues by what is read: the same words under the same case are one cue, whoever lists them. Those that stand in the
 * same lists are one cue, too: no page needs to tell "Lutnick" from "White House".
 */
export class CueTable {
  /** By number. */
  readonly texts: string[][] = [];
  readonly #graph: TermGraph;
  readonly #lists: CueList[] = [];
  readonly #known = new Map<string, number>();

  constructor(graph: TermGraph) {
    this.#graph = graph;
  }

  /** Takes in a list; answers with its place among the lists. */
  list(texts: string[], flag = 0): number {
    const key = `${flag} ${texts.join('\n')}`;
    const place = this.#known.get(key) ?? this.#lists.push({ texts, flag }) - 1;
    this.#known.set(key, place);
    return place;
  }

  /** Of each list the numbers of its cues, rising; nobody asks for a list of targets. After all lists are in. */
  numberLists(): number[][] {
    const numbers = this.#lists.map(() => new Set<number>());
    const uses = this.#lists.flatMap(({ texts, flag }, place) =>
      texts.map((text) => ({ text, flag, place })),
    );
    const alike = new Map<string, number>();
    for (const used of Map.groupBy(uses, ({ text }) => keyOf(text)).values()) {
      const { text } = used[0] as (typeof used)[0];
      const kind = [capitalsOf(text), ...new Set(used.map(({ place }) => place))].join();
      const number = alike.get(kind) ?? this.texts.push([]) - 1;
      alike.set(kind, number);
      this.texts[number]?.push(text);
      for (const { text, flag, place } of used) {
        if (flag !== IS_TARGET) numbers[place]?.add(number);
        this.#add(text, flag | number);
      }
    }
    return numbers.map((list) => [...list].sort((a, b) => a - b));
  }

  #add(text: string, numbered: number): void {
    const words = tokenize(text);
    const capitals = capitalsOf(text);
    const output = (IS_CUE | capitals | numbered) >>> 0;
    this.#graph.addWords(words, output);
    if (capitals) {
      const letters = words.join('');
      this.#graph.addWords([letters], output);
      this.#graph.addWords([...letters], output);
    }
  }
}

/** The mark of a cue of capitals alone, which the page must write so, too. */
function capitalsOf(text: string): number {
  return /^(?:[A-Z]\.?){1,3}$/.test(text) ? IN_CAPITALS : 0;
}

/** What is read of a cue: equal for those that no text tells apart. */
function keyOf(text: string): string {
  const capitals = capitalsOf(text);
  return `${capitals} ${tokenize(text).join(capitals ? '' : ' ')}`;
}

const CUE_FIELDS = ['near', 'notNear', 'before', 'after', 'notBefore', 'notAfter', 'onPage'] as const;

/** Rules, each kept once. One that asks for cues has a number above 0, one that only asks for topics one below; 0 is "no rule". */
export class RuleTable {
  /** Each rule by its number, with the places of its lists of cues. */
  readonly rules: StoredTables['rules'] = {};
  readonly #numbers = new Map<string, number>();
  readonly #cues: CueTable;
  readonly #topics: Map<string, number>;

  constructor(cues: CueTable, topics: Map<string, number>) {
    this.#cues = cues;
    this.#topics = topics;
  }

  /** The number of its rule. `isRuled`: whether it has one even where it asks for nothing. */
  number(term: Term | Family, isRuled: boolean): number {
    const asked = CUE_FIELDS.flatMap((field) => {
      const cues = term[field];
      return cues ? [[field, this.#cues.list(cues)] as const] : [];
    });
    const withTopic = term.withTopic?.flatMap((id) => this.#topics.get(id) ?? []);
    const rule: Rule<number | NumberSet> = {
      ...Object.fromEntries(asked),
      ...(withTopic && { withTopic: toNumberSet(withTopic) }),
    };
    const needsCues = isRuled || asked.length > 0;
    if (!needsCues && !withTopic) return 0;
    const key = JSON.stringify(rule);
    const number = this.#numbers.get(key) ?? (this.#numbers.size + 1) * (needsCues ? 1 : -1);
    this.#numbers.set(key, number);
    this.rules[number] = rule;
    return number;
  }

  /** Those that only ask for topics: they are there before the cues are. */
  topicRules(): StoredTables['rules'] {
    return Object.fromEntries(Object.entries(this.rules).filter(([number]) => Number(number) < 0));
  }
}
