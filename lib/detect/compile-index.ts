import { AppError } from '@/lib/model/app-error';
import type { Term, Topic } from '@/lib/model/pack';
import { attachedForms, attachedSlots } from './attached-words';
import { TermGraph } from './build-automaton';
import { chooseAnchors, type Demand, hashAnchor } from './choose-anchors';
import { beginningOf, type ColdTerm, canBeCold, cutIntoParts } from './cold-parts';
import { CueTable, RuleTable } from './cue-tables';
import type { StoredTables } from './expand-lists';
import {
  ANY_WORD,
  allocateIndex,
  BEGINS_COLD,
  type ColdPart,
  firstBit,
  type IndexViews,
  IS_IMPOSER,
  IS_LAST,
  IS_TARGET,
  PREFIX_SHIFT,
  secondBit,
  type TermTables,
  viewIndex,
} from './layout';
import { type StoredState, shareEdges } from './share-edges';
import { hashWord, tokenize } from './tokenize';
import { classWords } from './word-classes';
import { evenOut } from './written';

/**
 * The term index of some topics, as it is stored: what every page reads, what a page reads when it needs it (the cold
 * parts and the index of the cues), and the texts of the cues by number, which only `--explain` reads.
 */
export type TermIndexFile = { bytes: Uint8Array; parts: ColdPart[]; cues: Uint8Array; cueTexts: string[][] };

/** An index of no more terms is one part: that of the shipped pack. */
const MOST_IN_ONE = 4_000;
/** Of a larger one so many terms, in the order of their topics, stand in the first part whatever they are. */
const FIRST_OF_MANY = 1_000;

/**
 * Compiles the terms, families and regimes of the topics. Pure; for the background and tools: what a page
 * loads is `loadIndex` of the bytes. The topics' order decides between two topics with the same term, and, in a
 * large index, which terms stand in the first part. Throws `pack-invalid` when even that part is too large.
 */
export function compileIndex(topics: Topic[], firstTerms = countFirst(topics)): TermIndexFile {
  const [graph, cueGraph] = [new TermGraph(), new TermGraph()];
  const cues = new CueTable(cueGraph);
  const topicNumbers = new Map(topics.map(({ id }, number) => [id, number]));
  const rules = new RuleTable(cues, topicNumbers);
  const terms: TermTables['terms'] = {};
  const regimes: StoredTables['regimes'] = {};
  const cold: ColdTerm[] = [];
  const demands: Demand[] = [];
  const meanings = new Map<string, number>();
  let termCount = 0;

  topics.forEach((topic, number) => {
    const isRuled = !!topic.regimes?.length;
    /** The number of what the tables say of a term: the same for all of a topic that have the same rule. */
    const addTerm = (rule: number, isName: boolean, written: CaseRule, isCold = false) => {
      termCount++;
      const key = `${number} ${rule} ${isName} ${isCold} ${written}`;
      const meaning = meanings.get(key) ?? meanings.size;
      meanings.set(key, meaning);
      terms[meaning] = [number, rule, isName ? 1 : 0, ...written];
      return meaning;
    };
    for (const term of topic.terms) {
      for (const text of spellings(term.text)) {
        const rule = rules.number(term, isRuled);
        const written = attachedForms(text).map(({ written, prefix }) => ({
          words: tokenize(written),
          output: (prefix << PREFIX_SHIFT) >>> 0,
        }));
        const isCold = rule === 0 && termCount >= firstTerms && canBeCold(written);
        const output = addTerm(rule, text !== text.toLowerCase(), caseRule(term, text), isCold);
        const forms = written.map((form) => ({ ...form, output: (form.output | output) >>> 0 }));
        if (isCold) cold.push(...forms);
        else {
          for (const form of forms) graph.addWords(form.words, form.output);
          demands.push(...forms.map(({ words }) => [[words]]));
        }
      }
    }
    for (const family of topic.families ?? []) {
      const output = addTerm(rules.number(family, isRuled), false, []);
      for (const { slots, prefix } of attachedSlots(family.slots)) {
        graph.addFamily(slots, (output | (prefix << PREFIX_SHIFT)) >>> 0);
        demands.push(slots.filter(Array.isArray).map((phrases) => phrases.map(tokenize)));
      }
    }
    for (const {
      id,
      topic: opened = '',
      targets = [],
      imposers,
      goods = [],
      reactions = [],
      needs,
    } of topic.regimes ?? []) {
      cues.list(targets, IS_TARGET);
      regimes[number] ??= [];
      regimes[number].push({
        id,
        topic: topicNumbers.get(opened) ?? number,
        imposers: cues.list(imposers, IS_IMPOSER),
        goods: cues.list(goods),
        reactions: cues.list(reactions),
        ...(needs && { needs: cues.list(needs === 'goods' ? goods : needs) }),
      });
    }
  });

  const named = Object.fromEntries(topics.map(({ id, group }, number) => [number, { id, group }]));
  const regimeTopics = Object.values(regimes).flatMap((some) => some.map(({ topic }) => topic));
  const { first, parts } = cutIntoParts(cold, { terms, topics: named }, regimeTopics);
  const sieves: Sieves = {
    cold: [...new Set(cold.map(({ words }) => beginningOf(words)))],
    anchors: chooseAnchors(demands),
  };
  const cueTables: StoredTables = { rules: rules.rules, regimes, lists: cues.numberLists() };
  return {
    bytes: layOut(
      graph,
      { terms: toList(first.terms), topics: toList(first.topics), rules: rules.topicRules() },
      parts.length,
      sieves,
    ),
    parts,
    cues: layOut(cueGraph, cueTables, 0, NO_SIEVES),
    cueTexts: cues.texts,
  };
}

/** A table by number as a list, whose numbers need not be stored; as it is where one is missing. */
function toList<Row>(table: Record<number, Row>): Record<number, Row> {
  const isDense = Object.keys(table).every((number, at) => Number(number) === at);
  return isDense ? Object.values(table) : table;
}

function countFirst(topics: Topic[]): number {
  const count = topics.reduce((sum, { terms }) => sum + terms.length, 0);
  return count > MOST_IN_ONE ? FIRST_OF_MANY : count * 2;
}

type CaseRule = [] | [written: string] | [written: string, isUpper: 1];

/** How a term must be written, as its table says it. */
function caseRule(term: Term, text: string): CaseRule {
  if (!term.case) return [];
  return term.case === 'upper' ? [evenOut(text), 1] : [evenOut(text)];
}

/** "Ascend 910C" is also written "Ascend910C": each gap between a letter and a digit may close. */
function spellings(text: string): string[] {
  const joined = text.replace(/(\p{L})[\s-](?=\d)/gu, '$1');
  return joined === text ? [text] : [text, joined];
}

/** Bits for so many hashes, so that few others meet both of theirs. */
function bitsFor(hashes: number, least = 65_536): number {
  return 2 ** Math.round(Math.log2(Math.max(hashes * 8, least, 32)));
}

function mark(bitmap: Uint8Array, hashes: number[]): void {
  for (const bit of hashes.flatMap((hash) => [firstBit(hash), secondBit(hash)])) {
    const byte = (bit >>> 3) & (bitmap.length - 1);
    bitmap[byte] = (bitmap[byte] as number) | (1 << (bit & 7));
  }
}

/** The hashes of the words, rising, each with its class; of two words with the same hash only the last counts. */
function orderWords(classes: Map<string, number>): [hash: number, number: number][] {
  const byHash = new Map([...classes].map(([text, number]) => [hashWord(text) >>> 0, number]));
  return [...byHash].sort(([a], [b]) => a - b);
}

/** What the bitmaps are made of: how terms of cold parts begin, and the anchors of those in the first. */
type Sieves = { cold: string[]; anchors: Set<number> };

/** Cues have no parts, and they are asked for only where a term has been found. */
const NO_SIEVES: Sieves = { cold: [], anchors: new Set() };

function layOut(graph: TermGraph, tables: object, partCount: number, { cold, anchors }: Sieves): Uint8Array {
  const coldBeginnings = new Set(cold);
  const isCold = (word: string) => coldBeginnings.has(word);
  const { classes, states: classed } = classWords(graph.determine(), (word) => `${isCold(word)}`);
  const states = putEndsFirst(shareEdges(classed));
  const start = states[0] as StoredState;
  const inner = states.map((state, number) =>
    number === 0 ? { edges: new Map(), any: null, outputs: [], fallback: 0 } : state,
  );
  const words = orderWords(classes);
  const classCount = new Set(classes.values()).size;
  const beginnings = [...classes.keys()].filter((word) => start.edges.has(classes.get(word) as number));
  const bits = bitsFor(beginnings.length);
  const coldBits = bitsFor(cold.length, 32);
  const anchorBits = bitsFor(anchors.size, anchors.size && 65_536);
  const text = new TextEncoder().encode(JSON.stringify(tables));
  const edgeCount = inner.reduce((sum, { edges, any }) => sum + edges.size + (any === null ? 0 : 1), 0);
  const { firsts, outputs } = shareOutputs(inner);
  // What a section of 16-bit numbers can count, and a state beside a flag.
  if (states.length > BEGINS_COLD || Math.max(edgeCount, outputs.length, classCount) >= ANY_WORD) {
    throw new AppError('pack-invalid', { detail: 'too many terms with context rules' });
  }
  const bytes = allocateIndex([
    bits,
    anchorBits,
    coldBits,
    words.length,
    classCount,
    inner.length,
    firsts.length,
    edgeCount,
    outputs.length,
    partCount,
    text.length,
  ]);
  const views = viewIndex(bytes);
  if (!views) throw new AppError('unexpected', { detail: 'an index that cannot be read' });
  views.tables.set(text);
  views.outputs.set(outputs);
  views.stateOutput.set(firsts);
  mark(views.bitmap, beginnings.map(hashAnchor));
  mark(views.coldBits, cold.map(hashAnchor));
  mark(views.anchors, [...anchors]);
  words.forEach(([hash, number], at) => {
    views.wordHash[at] = hash;
    views.wordClass[at] = number;
  });
  for (const [word, number] of classes) {
    views.classState[number] = (start.edges.get(number) ?? 0) | (isCold(word) ? BEGINS_COLD : 0);
  }
  layOutStates(views, inner);
  return bytes;
}

/** The same states numbered anew, those where something ends first: the others need no place in `stateOutput`. */
function putEndsFirst(states: StoredState[]): StoredState[] {
  const rank = (number: number) => (number === 0 ? 0 : states[number]?.outputs.length ? 1 : 2);
  const order = [...states.keys()].sort((a, b) => rank(a) - rank(b));
  const numbers: number[] = [];
  order.forEach((before, number) => {
    numbers[before] = number;
  });
  const toNew = (before: number) => numbers[before] as number;
  return order.map((before) => {
    const { edges, any, outputs, fallback } = states[before] as StoredState;
    return {
      edges: new Map([...edges].map(([by, to]) => [by, toNew(to)])),
      any: any === null ? null : toNew(any),
      outputs,
      fallback: toNew(fallback),
    };
  });
}

/** All outputs, each list of them once, and where those of the states begin where something ends; of the start, nowhere. */
function shareOutputs(states: StoredState[]): { firsts: number[]; outputs: number[] } {
  const outputs: number[] = [];
  const known = new Map<string, number>();
  const firsts = states.flatMap(({ outputs: own }, number) => {
    if (number > 0 && own.length === 0) return [];
    const key = own.join();
    const first = known.get(key) ?? outputs.length;
    if (!known.has(key))
      outputs.push(...own.map((output, at) => (at < own.length - 1 ? output : (output | IS_LAST) >>> 0)));
    known.set(key, first);
    return [first];
  });
  return { firsts, outputs };
}

function layOutStates(views: IndexViews, states: StoredState[]): void {
  let edge = 0;
  states.forEach((state, number) => {
    views.stateEdge[number] = edge;
    views.stateFallback[number] = state.fallback;
    const edges = [...state.edges];
    if (state.any !== null) edges.push([ANY_WORD, state.any]);
    for (const [by, to] of edges.sort((a, b) => a[0] - b[0])) {
      views.edgeClass[edge] = by;
      views.edgeState[edge++] = to;
    }
  });
  views.stateEdge[states.length] = edge;
}
