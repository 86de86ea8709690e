import { AppError } from '@/lib/model/app-error';
import type { TermGraph } from './build-automaton';
import { hashAnchor } from './choose-anchors';
import type { ColdBeginnings } from './cold-beginnings';
import { EVERYDAY_WORDS } from './everyday-words';
import { groupEdges, type LabelledState } from './group-edges';
import { allocateIndex, type IndexViews, IS_LAST, viewIndex } from './layout';
import { shareEdges } from './share-edges';
import { bitsFor, isFirstMarked, mark, markFirst } from './sieve';
import { hashWord } from './tokenize';
import { classWords } from './word-classes';
import { buildXorFilter } from './xor-filter';

/** What the sieves are made of: how terms of cold parts begin, and the anchors of those in the first. */
export type Sieves = { cold: ColdBeginnings; anchors: Set<number> };

/** Most that a section of 16-bit numbers can count. */
const MOST = 0xffff;

/** The bytes of an index, as `layout` says. Throws `pack-invalid` where there is more than they can count. */
export function layOutIndex(
  graph: TermGraph,
  tables: object,
  partCount: number,
  { cold: { told, pairs }, anchors }: Sieves,
): Uint8Array {
  const { classes, states: classed } = classWords(graph.determine());
  const classCount = new Set(classes.values()).size;
  const [start = { edges: new Map<number, number>() }, ...rest] = shareEdges(classed);
  const inner = [{ edges: new Map<number, number>(), any: null, outputs: [], fallback: 0 }, ...rest];
  const { states, sets } = groupEdges(inner, classCount);
  const { ordered, toNew, ended, firstFallback, fallbacks } = putInOrder(states);
  const words = orderWords(classes);
  const beginnings = [...classes.keys()].filter((word) => start.edges.has(classes.get(word) as number));
  const begun = Math.max(-1, ...start.edges.keys()) + 1;
  // Of a page only blocks with an anchor are read for terms, but for cues every word of it.
  const bits = bitsFor(beginnings.length, anchors.size ? 32_768 : 65_536);
  const cold = new Uint8Array(bitsFor(told.size) / 8);
  markFirst(cold, told.keys());
  const everyday = told.size ? EVERYDAY_WORDS.map(hashAnchor) : [];
  const prints = buildXorFilter(
    told,
    everyday.filter((hash) => isFirstMarked(cold, hash)),
  );
  const anchorBits = bitsFor(anchors.size, anchors.size && 65_536);
  const text = new TextEncoder().encode(JSON.stringify(tables));
  const edgeCount = ordered.reduce((sum, { edges }) => sum + edges.size, 0);
  const members = sets.flat();
  const { firsts, outputs } = shareOutputs(ordered.slice(0, ended));
  const counted = [ordered.length, edgeCount, outputs.length, members.length, classCount + sets.length];
  if (Math.max(...counted) >= MOST) {
    throw new AppError('pack-invalid', { detail: 'too many terms with context rules' });
  }
  const bytes = allocateIndex([
    bits,
    anchorBits,
    cold.length * 8,
    prints.length,
    pairs.length * 8,
    words.length,
    classCount,
    begun,
    ordered.length,
    ended,
    firstFallback,
    fallbacks,
    edgeCount,
    sets.length,
    members.length,
    outputs.length,
    partCount,
    text.length,
  ]);
  const views = viewIndex(bytes);
  if (!views) throw new AppError('unexpected', { detail: 'an index that cannot be read' });
  views.tables.set(text);
  views.outputs.set(outputs);
  views.stateOutput.set(firsts);
  views.memberClass.set(members);
  let at = 0;
  sets.forEach(({ length }, number) => {
    at += length;
    views.memberStart[number + 1] = at;
  });
  mark(views.bitmap, beginnings.map(hashAnchor));
  views.coldBits.set(cold);
  views.coldPrints.set(prints);
  views.pairs.set(pairs);
  mark(views.anchors, anchors);
  words.forEach(([hash, number], at) => {
    views.wordHash[at] = hash;
    views.wordClass[at] = number;
  });
  for (const [number, to] of start.edges) views.classState[number] = toNew(to);
  layOutStates(views, ordered);
  return bytes;
}

/** The hashes of the words, rising, each with its class; of two words with the same hash only the last counts. */
function orderWords(classes: Map<string, number>): [hash: number, number: number][] {
  const byHash = new Map([...classes].map(([text, number]) => [hashWord(text) >>> 0, number]));
  return [...byHash].sort(([a], [b]) => a - b);
}

/**
 * The same states numbered anew: first the start and those where something ends, and beside one another those with a
 * fallback. The others need no place in `stateOutput` and `stateFallback`.
 */
function putInOrder(states: LabelledState[]) {
  const rank = (number: number) => {
    const { outputs, fallback } = states[number] as LabelledState;
    if (number === 0) return 0;
    if (outputs.length > 0) return fallback ? 2 : 1;
    return fallback ? 3 : 4;
  };
  const order = [...states.keys()].sort((a, b) => rank(a) - rank(b));
  const countBelow = (limit: number) => order.filter((number) => rank(number) < limit).length;
  const numbers: number[] = [];
  order.forEach((before, number) => {
    numbers[before] = number;
  });
  const toNew = (before: number) => numbers[before] as number;
  const ordered = order.map((before): LabelledState => {
    const { edges, outputs, fallback } = states[before] as LabelledState;
    const led = [...edges].map(([by, to]) => [by, toNew(to)] as const);
    return { edges: new Map(led), outputs, fallback: toNew(fallback) };
  });
  return {
    ordered,
    toNew,
    ended: countBelow(3),
    firstFallback: countBelow(2),
    fallbacks: countBelow(4) - countBelow(2),
  };
}

/** All outputs, each list of them once, and where those of the states begin where something ends; of the start, nowhere. */
function shareOutputs(states: LabelledState[]): { firsts: number[]; outputs: number[] } {
  const outputs: number[] = [];
  const known = new Map<string, number>();
  const firsts = states.map(({ outputs: own }) => {
    const key = own.join();
    const first = known.get(key) ?? outputs.length;
    if (!known.has(key))
      outputs.push(...own.map((output, at) => (at < own.length - 1 ? output : (output | IS_LAST) >>> 0)));
    known.set(key, first);
    return first;
  });
  return { firsts, outputs };
}

function layOutStates(views: IndexViews, states: LabelledState[]): void {
  let edge = 0;
  states.forEach((state, number) => {
    views.stateEdge[number] = edge;
    const fallback = number - views.firstFallback;
    if (fallback >= 0 && fallback < views.stateFallback.length)
      views.stateFallback[fallback] = state.fallback;
    for (const [by, to] of [...state.edges].sort(([a], [b]) => a - b)) {
      views.edgeLabel[edge] = by;
      views.edgeState[edge++] = to;
    }
  });
  views.stateEdge[states.length] = edge;
}
