import { AppError } from '@/lib/model/app-error';
import type { Family, Regime, Term, Topic } from '@/lib/model/pack';
import { attachedForms, attachedSlots } from './attached-words';
import { TermGraph } from './build-automaton';
import { evenOut } from './judge';
import {
  ANY_WORD,
  allocateIndex,
  IN_CAPITALS,
  type IndexTables,
  type IndexViews,
  IS_CUE,
  IS_IMPOSER,
  IS_NAME,
  IS_TARGET,
  PREFIX_SHIFT,
  type RegimeCues,
  type Rule,
  spread,
  viewIndex,
} from './layout';
import { type StoredState, shareEdges } from './share-edges';
import { hashWord, tokenize } from './tokenize';

/** The term index of some topics, as it is stored. */
export type TermIndexFile = { bytes: Uint8Array };

/**
 * Compiles the terms, families and regimes of the topics. Pure; for the background and tools: what a page
 * loads is `loadIndex` of the bytes. The topics' order decides between two topics with the same term.
 */
export function compileIndex(topics: Topic[], generation: string): TermIndexFile {
  const graph = new TermGraph();
  const cues = new CueTable(graph);
  const topicNumbers = new Map(topics.map(({ id }, number) => [id, number]));
  const rules = new RuleTable(cues, topicNumbers);
  const termTopic: number[] = [];
  const termRule: number[] = [];
  const regimes: IndexTables['regimes'] = {};

  topics.forEach((topic, number) => {
    const addTerm = (rule: number, isName: boolean) => {
      termRule.push(isName ? (IS_NAME | rule) >>> 0 : rule);
      return termTopic.push(number) - 1;
    };
    for (const term of topic.terms) {
      for (const text of spellings(term.text)) {
        const output = addTerm(rules.number(term, text), text !== text.toLowerCase());
        for (const { written, prefix } of attachedForms(text)) {
          graph.addWords(tokenize(written), (output | (prefix << PREFIX_SHIFT)) >>> 0);
        }
      }
    }
    for (const family of topic.families ?? []) {
      const output = addTerm(rules.number(family), false);
      for (const { slots, prefix } of attachedSlots(family.slots)) {
        graph.addFamily(slots, (output | (prefix << PREFIX_SHIFT)) >>> 0);
      }
    }
    if (topic.regimes) {
      regimes[number] = topic.regimes.map((regime) =>
        cues.regime(regime, topicNumbers.get(regime.topic ?? '') ?? number),
      );
    }
  });

  const tables: IndexTables = {
    generation,
    topics: topics.map(({ id, group }) => ({ id, group })),
    rules: rules.rules,
    regimes,
    cues: cues.texts,
  };
  return {
    bytes: layOut(
      shareEdges(graph.determine()),
      { termTopic, termRule, cueCount: cues.texts.length },
      tables,
    ),
  };
}

/** "Ascend 910C" is also written "Ascend910C": each gap between a letter and a digit may close. */
function spellings(text: string): string[] {
  const joined = text.replace(/(\p{L})[\s-](?=\d)/gu, '$1');
  return joined === text ? [text] : [text, joined];
}

/** Cues by what is read: the same words under the same case are one cue, whoever lists them. */
class CueTable {
  readonly texts: string[] = [];
  readonly #graph: TermGraph;
  readonly #numbers = new Map<string, number>();

  constructor(graph: TermGraph) {
    this.#graph = graph;
  }

  number(text: string, flags = 0): number {
    const words = tokenize(text);
    const capitals = /^(?:[A-Z]\.?){1,3}$/.test(text) ? IN_CAPITALS : 0;
    const key = `${capitals} ${words.join(capitals ? '' : ' ')}`;
    const number = this.#numbers.get(key) ?? this.texts.push(text) - 1;
    this.#numbers.set(key, number);
    const output = (IS_CUE | capitals | flags | number) >>> 0;
    this.#graph.addWords(words, output);
    if (capitals) {
      const letters = words.join('');
      this.#graph.addWords([letters], output);
      this.#graph.addWords([...letters], output);
    }
    return number;
  }

  numbers(texts: string[], flags = 0): number[] {
    return [...new Set(texts.map((text) => this.number(text, flags)))].sort((a, b) => a - b);
  }

  regime({ id, imposers, goods, targets, reactions }: Regime, topic: number): RegimeCues {
    this.numbers(targets ?? [], IS_TARGET);
    return {
      id,
      topic,
      imposers: this.numbers(imposers, IS_IMPOSER),
      goods: this.numbers(goods),
      reactions: this.numbers(reactions ?? []),
    };
  }
}

/** Rules, each kept once; 0 is "no rule". */
class RuleTable {
  readonly rules: Rule[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #cues: CueTable;
  readonly #topics: Map<string, number>;

  constructor(cues: CueTable, topics: Map<string, number>) {
    this.#cues = cues;
    this.#topics = topics;
  }

  number(term: Term | Family, text = ''): number {
    const rule: Rule = {};
    if ('case' in term && term.case) rule.text = evenOut(text);
    if ('case' in term && term.case === 'upper') rule.upper = true;
    for (const field of ['near', 'notNear', 'before', 'notBefore', 'notAfter', 'onPage'] as const) {
      const cues = term[field];
      if (cues) rule[field] = this.#cues.numbers(cues);
    }
    if (term.withTopic) rule.withTopic = term.withTopic.flatMap((id) => this.#topics.get(id) ?? []);
    const key = JSON.stringify(rule);
    if (key === '{}') return 0;
    const number = this.#numbers.get(key) ?? this.rules.push(rule);
    this.#numbers.set(key, number);
    return number;
  }
}

function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(least, 1)));
}

/** Words in the order of their buckets: a word's number is its place in every word section. */
function orderWords(states: StoredState[], buckets: number): string[] {
  const bucketOf = (word: string) => spread(hashWord(word)) & (buckets - 1);
  const words = new Set(states.flatMap(({ edges }) => [...edges.keys()]));
  return [...words].sort((a, b) => bucketOf(a) - bucketOf(b) || (a < b ? -1 : 1));
}

type Terms = { termTopic: number[]; termRule: number[]; cueCount: number };

function layOut(
  states: StoredState[],
  { termTopic, termRule, cueCount }: Terms,
  tables: IndexTables,
): Uint8Array {
  const start = states[0] as StoredState;
  const inner = states.map((state, number) =>
    number === 0 ? { edges: new Map(), any: null, outputs: [], fallback: 0 } : state,
  );
  const wordCount = new Set(states.flatMap(({ edges }) => [...edges.keys()])).size;
  const bits = powerOfTwo(Math.max(start.edges.size * 16, 65_536));
  const buckets = powerOfTwo(wordCount);
  const words = orderWords(states, buckets);
  const numbers = new Map(words.map((word, number) => [word, number]));
  const text = new TextEncoder().encode(JSON.stringify(tables));
  const edgeCount = inner.reduce((sum, { edges, any }) => sum + edges.size + (any === null ? 0 : 1), 0);
  const outputCount = inner.reduce((sum, { outputs }) => sum + outputs.length, 0);
  const letters = words.join('');
  const bytes = allocateIndex([
    bits,
    buckets,
    words.length,
    inner.length,
    edgeCount,
    outputCount,
    termTopic.length,
    cueCount,
    letters.length,
    text.length,
  ]);
  const views = viewIndex(bytes);
  if (!views) throw new AppError('unexpected', { detail: 'an index that cannot be read' });
  views.termTopic.set(termTopic);
  views.termRule.set(termRule);
  views.tables.set(text);
  for (let at = 0; at < letters.length; at++) views.letters[at] = letters.charCodeAt(at);
  layOutWords(views, words, start);
  layOutStates(views, inner, numbers);
  return bytes;
}

function layOutWords(views: IndexViews, words: string[], start: StoredState): void {
  const bitMask = views.bitmap.length * 32 - 1;
  const bucketMask = views.bucketWord.length - 2;
  let letter = 0;
  words.forEach((word, number) => {
    const hash = hashWord(word);
    const first = start.edges.get(word);
    views.wordHash[number] = hash;
    views.wordText[number] = letter;
    letter += word.length;
    views.wordState[number] = first ?? 0;
    const bit = spread(hash) & bitMask;
    if (first !== undefined)
      views.bitmap[bit >>> 5] = (views.bitmap[bit >>> 5] as number) | (1 << (bit & 31));
    const next = (spread(hash) & bucketMask) + 1;
    views.bucketWord[next] = number + 1;
  });
  views.wordText[words.length] = letter;
  for (let bucket = 1; bucket < views.bucketWord.length; bucket++) {
    views.bucketWord[bucket] ||= views.bucketWord[bucket - 1] as number;
  }
}

function layOutStates(views: IndexViews, states: StoredState[], numbers: Map<string, number>): void {
  let edge = 0;
  let output = 0;
  states.forEach((state, number) => {
    views.stateEdge[number] = edge;
    views.stateOutput[number] = output;
    views.stateFallback[number] = state.fallback;
    const edges = [...state.edges].map(([word, to]) => [numbers.get(word) as number, to] as const);
    if (state.any !== null) edges.push([ANY_WORD, state.any]);
    for (const [word, to] of edges.sort((a, b) => a[0] - b[0])) {
      views.edgeWord[edge] = word;
      views.edgeState[edge++] = to;
    }
    for (const found of state.outputs) views.outputs[output++] = found;
  });
  views.stateEdge[states.length] = edge;
  views.stateOutput[states.length] = output;
}
