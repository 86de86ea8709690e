/**
 * The term index as bytes: one automaton over words. A state is what has been read of a term; an edge
 * leads on by one word (an ideograph is a word); a state's outputs are the terms and cues that end there.
 * States where something ends come first, and those where the same ends share it.
 * A word is known by the hash of its folded units: no letters are stored. (A foreign word has one chance in
 * some two million to share the hash of a word of ours.) Words that lead alike from every state are one class, and
 * classes that lead on together from many states are a set: one edge. A bitmap before it says which words can begin
 * something: nearly every word of a page ends there. Everything is dense arrays, viewed in place, never parsed.
 *
 * Header: 20 numbers of 32 bits (little-endian, as every machine with a browser is), magic, length and the
 * counts below; then the sections in the order of `viewIndex`, the 32-bit ones first; then the tables that
 * only a page with a match needs (JSON in UTF-8).
 *
 * A block is sieved before it is read. Each term has an anchor, a word or pair of ideographs without which it cannot
 * stand in a text: nearly every block has none and is read no further. Of those that have one, most hold no term.
 *
 * The cues of context rules and regimes are an index of their own, with the rules in its tables: nearly as large as that of
 * the terms, and read only by a page on which a term stands that needs them. An index of many terms leaves most of these,
 * too, to cold parts (`ColdPart`), each of which a page reads only when a word stands on it that begins one of its terms,
 * or, where that word alone is none, when the next one is theirs, too.
 */

import type { NumberSet } from './number-set';
import type { JudgeRegimes } from './regimes/judge-regimes';

/** Another with each change of what follows: an index of before is then none. */
const MAGIC = 0x43444c55;
const HEADER = 20;

/** Flags of an output. The rest of the number is a cue, or a term where `IS_CUE` is not set. */
export const IS_CUE = 0x80000000;
/** Matches only in capitals: the cue "US" is not the pronoun. */
export const IN_CAPITALS = 0x40000000;
/** Says whom rules are aimed at ("on China"): imposing cues inside its span do not count. */
export const IS_TARGET = 0x20000000;
/** Names who imposes: shorter imposers inside its span do not count ("commerce ministry" in "US commerce ministry"). */
export const IS_IMPOSER = 0x10000000;
/** Set while a block is read: this imposing cue does not count. */
export const IS_VOID = 0x08000000;
/** The last output of its state. */
export const IS_LAST = 0x04000000;
/** How many units at the start of what was read are not part of the name ("and" written onto it): two bits from here. */
export const PREFIX_SHIFT = 24;
/** The number of a cue or term without its flags. */
export const OUTPUT_NUMBER = 0x00ffffff;

/** The parts of a context rule that `judge` reads: see `termSchema` for what each means. Numbers are cues and topics. */
export type Rule<List = NumberSet> = {
  near?: List;
  notNear?: List;
  before?: List;
  after?: List;
  notBefore?: List;
  notAfter?: List;
  onPage?: List;
  withTopic?: List;
};

/** `topic` is where a mention goes that this regime wins: the neutral topic itself where the pack has no card. */
export type RegimeCues<List = NumberSet> = {
  id: string;
  topic: number;
  imposers: List;
  goods: List;
  reactions: List;
  /** Where none of these goods is named, its topic does not open. */
  needs?: List;
  /** Its imposers count only as subjects of what is done to rules. */
  onlyHandling?: true;
};

/**
 * Terms by number, topics by number; of a part, those that stand in it. A term has its topic, its rule (above 0: the rule
 * asks for cues; below: only for topics; 0: there is none), and 1 where it is written with a capital: a small-letter one in
 * a path or command is then none. Where its case counts: how it is written, and 1 where it may also be written in capitals.
 */
export type TermTables = {
  terms: Record<number, [topic: number, rule: number, isName: number, written?: string, isUpper?: number]>;
  topics: Record<number, [id: string, group: string]>;
};

/**
 * What only a page needs with a match that has a rule. Rules by number: until the cues are here, those below 0. `regimes` by
 * topic number.
 */
export type CueTables<List = NumberSet> = {
  rules: Record<number, Rule<List>>;
  regimes: Record<number, RegimeCues<List>[]>;
};

/** What only a page with a match needs. */
export type IndexTables = TermTables & CueTables;

/** A part of an index by its name: the number of a cold part, or the cues. */
export type PartName = number | 'cues';

/** What stands under these names: `ColdPart`s, and for `cues` the bytes of an index. */
export type IndexParts = { [number: number]: ColdPart | undefined; cues?: Cues | undefined };

/** The index of the cues, and what decides by them. */
export type Cues = { bytes: Uint8Array; judgeRegimes: JudgeRegimes };

/**
 * Some terms of a large index, kept apart until a page needs them: behind a bar each spelling, its folded words with a
 * space behind each, an equals sign, and its meanings (`ColdRow`) by semicolons; a bar behind the last. A page looks a
 * spelling up in the text as it is, and takes no more of it apart than what it finds. Nothing in it needs escaping in
 * JSON, which would make reading the string cost half as much again.
 */
export type ColdPart = string;

/** One meaning of a spelling in a cold part, by commas: with what the tables say of its term, and its topic. `written` is escaped as in an address. */
export type ColdRow = [
  output: number,
  topic: number,
  isName: number,
  id: string,
  group: string,
  written?: string,
  isUpper?: number,
];

/**
 * Lengths of the sections, in the order of the header. Bits and `parts` (or 0) are powers of two, `prints` is a multiple of
 * four. `begun`: the classes whose words begin something. `ended`: the start and the states where something ends.
 * `firstFallback`: the first of those that have a fallback, which stand beside one another.
 */
export type IndexCounts = [
  bits: number,
  anchorBits: number,
  coldBits: number,
  prints: number,
  pairBits: number,
  words: number,
  classes: number,
  begun: number,
  states: number,
  ended: number,
  firstFallback: number,
  fallbacks: number,
  edges: number,
  sets: number,
  members: number,
  outputs: number,
  parts: number,
  tableBytes: number,
];

/** The sections of an index, as views over its bytes. */
export type IndexViews = NonNullable<ReturnType<typeof viewIndex>>;

/** Zeroed bytes for an index of these counts, its header written. */
export function allocateIndex(counts: IndexCounts): Uint8Array<ArrayBuffer> {
  const [
    bits,
    anchorBits,
    coldBits,
    prints,
    pairBits,
    words,
    ,
    begun,
    states,
    ended,
    ,
    fallbacks,
    edges,
    sets,
    members,
    outputs,
    ,
    tableBytes,
  ] = counts;
  const narrow = words + begun + states + 1 + ended + fallbacks + 2 * edges + sets + 1 + members;
  const bytes = new Uint8Array(
    (HEADER + (bits + anchorBits + coldBits + pairBits) / 32 + words + outputs) * 4 +
      prints +
      narrow * 2 +
      tableBytes,
  );
  new Uint32Array(bytes.buffer, 0, HEADER).set([MAGIC, bytes.length, ...counts]);
  return bytes;
}

/** Views over the bytes of an index, which must begin at a multiple of four; null when they are not an index of this version. */
export function viewIndex(bytes: Uint8Array) {
  const { buffer, byteLength } = bytes;
  if (byteLength < HEADER * 4) return null;
  let at = bytes.byteOffset;
  const view = <View extends ArrayBufferView>(
    Kind: new (buffer: ArrayBufferLike, at: number, length: number) => View,
    length: number,
  ) => {
    const section = new Kind(buffer, at, length);
    at += section.byteLength;
    return section;
  };
  const wide = (length: number) => view(Uint32Array, length);
  const narrow = (length: number) => view(Uint16Array, length);
  // By bytes, since cold code allocates a number for each one over 31 bits that it reads.
  const bits = (count: number) => view(Uint8Array, count / 8);
  const [magic, total, ...counts] = wide(HEADER);
  if (magic !== MAGIC || total !== byteLength) return null;
  const [
    bitCount,
    anchorBitCount,
    coldBitCount,
    prints,
    pairBitCount,
    words,
    classes,
    begun,
    states,
    ended,
    firstFallback,
    fallbacks,
    edges,
    sets,
    members,
    outputs,
    parts,
    tableBytes,
  ] = counts as IndexCounts;
  return {
    partCount: parts,
    /** In `edgeLabel`: any word. A number below it is a class, one above it a set. */
    anyWord: classes,
    firstFallback,
    /** Which words can begin something: two bits for each, see `firstBit`, `secondBit`. */
    bitmap: bits(bitCount),
    /** Which may begin a term of a cold part: one bit for each, so that an eighth of all words pass. */
    coldBits: bits(coldBitCount),
    /** Nearly all of these that begin none are told from those that do by this, and what must stand behind, see `buildXorFilter`. */
    coldPrints: bits(prints * 8),
    /** The pairs of words by which they begin, where several words stand behind a first that is none by itself, see `tellBeginnings`. */
    pairs: bits(pairBitCount),
    /** The same for anchors. */
    anchors: bits(anchorBitCount),
    /** The hashes of the words, rising. */
    wordHash: wide(words),
    /** Those of a state end with the one that has `IS_LAST`. */
    outputs: wide(outputs),
    /** The class of each word. */
    wordClass: narrow(words),
    /** The state that a term beginning with a word of this class is in; classes that begin none come after these. */
    classState: narrow(begun),
    /** First edge of each state, and one past the last. */
    stateEdge: narrow(states + 1),
    /** First output of each state where something ends. */
    stateOutput: narrow(ended),
    /** Where a class is looked up that has no edge here, for the states from `firstFallback` on that have such a place. */
    stateFallback: narrow(fallbacks),
    /** The word by which an edge leads on. They rise within a state. */
    edgeLabel: narrow(edges),
    edgeState: narrow(edges),
    /** Where the classes of the first set begin, of the second and so on, and the end of the last. */
    memberStart: narrow(sets + 1),
    /** Classes rise within a set. */
    memberClass: narrow(members),
    tables: view(Uint8Array, tableBytes),
  };
}

/** Starting value of a word's hash. */
export const HASH_SEED = 0x11c9dc5;

/** A word's hash with one more folded unit (FNV-1a over units). */
export function hashUnit(hash: number, folded: number): number {
  return Math.imul(hash ^ folded, 0x01000193);
}

/**
 * The hash by which the bitmaps and the cold parts are asked, from 0 on: only a sieve, so it may be weaker. No step of it
 * leaves the 31 bits of a small integer: beyond them, cold code allocates a number for each letter of the page.
 */
export function hashBeginning(hash: number, folded: number): number {
  return (hash & 0x7fffff) * 127 + folded;
}

/** Among the anchors, the mark of one that stands inside a term: there what begins before it must be read, too. */
export function innerAnchor(hash: number): number {
  return hash ^ 0x15a5a5a5;
}

/** The first bit of a hash in the bitmap, before masking: the one that the inner loop asks. */
export function firstBit(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** The second bit of a hash in the bitmap, before masking; its upper half also says which cold part. */
export function secondBit(hash: number): number {
  return firstBit(Math.imul(hash, 0x9e3779b1));
}

/** The cold part of a hash, among so many (a power of two). */
export function coldPartOf(hash: number, parts: number): number {
  return (secondBit(hash) >>> 16) & (parts - 1);
}
