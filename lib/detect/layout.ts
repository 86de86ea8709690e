/**
 * The term index as bytes: one automaton over words. A state is what has been read of a term; an edge
 * leads on by one word (an ideograph is a word); a state's outputs are the terms and cues that end there.
 * Words are found by hash, with a bitmap before it of the words that can begin something: nearly every
 * word of a page ends at that bitmap. Everything is dense arrays, viewed in place, never parsed.
 *
 * Header: 12 numbers of 32 bits (little-endian, as every machine with a browser is), magic, length and the
 * counts below; then the sections in the order of `viewIndex`;
 * then the word texts (16 bit) and the tables that only a page with a match needs (JSON in UTF-8).
 */

const MAGIC = 0x32444c53;
const HEADER = 12;

/** In `edgeWord`: any word. Always the last edge of its state. */
export const ANY_WORD = 0xffffffff;

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
/** How many units at the start of what was read are not part of the name ("and" written onto it): two bits from here. */
export const PREFIX_SHIFT = 24;
/** The number of a cue or term without its flags. */
export const OUTPUT_NUMBER = 0x00ffffff;

/** Flag in `termRule`: written with a capital in the pack, so a small-letter one in a path or command is none. */
export const IS_NAME = 0x80000000;
/** The number of a rule without its flag; 0 is "no rule". */
export const RULE_NUMBER = 0x7fffffff;

/** The parts of a context rule that `judge` reads: see `termSchema` for what each means. Numbers are cues and topics. */
export type Rule = {
  text?: string;
  upper?: boolean;
  near?: number[];
  notNear?: number[];
  before?: number[];
  notBefore?: number[];
  notAfter?: number[];
  onPage?: number[];
  withTopic?: number[];
};

/** `topic` is where a mention goes that this regime wins: the neutral topic itself where the pack has no card. */
export type RegimeCues = {
  id: string;
  topic: number;
  imposers: number[];
  goods: number[];
  reactions: number[];
};

/** What only a page with a match needs. `regimes` by topic number; `cues` their texts, for `--explain`. */
export type IndexTables = {
  generation: string;
  topics: { id: string; group: string }[];
  rules: Rule[];
  regimes: Record<number, RegimeCues[]>;
  cues: string[];
};

/** Lengths of the sections, in the order of the header. `bits` and `buckets` are powers of two. */
export type IndexCounts = [
  bits: number,
  buckets: number,
  words: number,
  states: number,
  edges: number,
  outputs: number,
  terms: number,
  cues: number,
  letters: number,
  tableBytes: number,
];

/** The sections of an index, as views over its bytes. */
export type IndexViews = NonNullable<ReturnType<typeof viewIndex>>;

/** Zeroed bytes for an index of these counts, its header written. */
export function allocateIndex(counts: IndexCounts): Uint8Array<ArrayBuffer> {
  const [bits, buckets, words, states, edges, outputs, terms, , letters, tableBytes] = counts;
  const wide = HEADER + bits / 32 + buckets + 3 * words + 3 * states + 2 * edges + outputs + 2 * terms + 4;
  const bytes = new Uint8Array(wide * 4 + letters * 2 + tableBytes);
  new Uint32Array(bytes.buffer, 0, HEADER).set([MAGIC, bytes.length, ...counts]);
  return bytes;
}

/** Views over the bytes of an index, or null when they are not an index of this version. */
export function viewIndex(given: Uint8Array) {
  const bytes = given.byteOffset % 4 ? given.slice() : given;
  const { buffer, byteLength } = bytes;
  if (byteLength < HEADER * 4) return null;
  let at = bytes.byteOffset;
  const section = (length: number) => {
    const view = new Uint32Array(buffer, at, length);
    at += length * 4;
    return view;
  };
  const [magic, total, ...counts] = section(HEADER);
  if (magic !== MAGIC || total !== byteLength) return null;
  const [bits, buckets, words, states, edges, outputs, terms, cues, letters, tableBytes] =
    counts as IndexCounts;
  return {
    cueCount: cues,
    /** Which spread hashes can begin a term or cue. */
    bitmap: section(bits / 32),
    /** First word of each bucket, and one past the last. */
    bucketWord: section(buckets + 1),
    wordHash: section(words),
    /** Where each word's letters begin, and one past the last. */
    wordText: section(words + 1),
    /** The state that a term beginning with this word is in; 0 where none begins so. */
    wordState: section(words),
    /** First edge and first output of each state, and one past the last. */
    stateEdge: section(states + 1),
    stateOutput: section(states + 1),
    /** Where a word is looked up that has no edge here; 0 for nowhere. */
    stateFallback: section(states),
    /** Words rise within a state. */
    edgeWord: section(edges),
    edgeState: section(edges),
    outputs: section(outputs),
    termTopic: section(terms),
    termRule: section(terms),
    letters: new Uint16Array(buffer, at, letters),
    tables: new Uint8Array(buffer, at + letters * 2, tableBytes),
  };
}

/** Starting value of a word's hash: a small integer, so that the engine keeps the hash in a register. */
export const HASH_SEED = 0x11c9dc5;

/** A word's hash with one more folded unit (FNV-1a over units). */
export function hashUnit(hash: number, folded: number): number {
  return Math.imul(hash ^ folded, 0x01000193);
}

/** Spreads a hash over its low bits: what bitmap and buckets are addressed by. */
export function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}
