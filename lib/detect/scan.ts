import { type Candidate, judgeBlock, type Refusal, type Trace } from './judge';
import { type IndexTables, OUTPUT_NUMBER, type TermTables } from './layout';
import type { TermIndex } from './load-index';
import type { BlockMentions, Mention } from './mention';
import { hasNumber, type NumberSet } from './number-set';
import type { Finding, Findings } from './read-terms';
import type { JudgeRegimes } from './regimes/judge-regimes';
import { findSeam } from './seam';
import { type PageContext, weighCues } from './weigh-cues';
import { isWritten } from './written';

/**
 * One visit to one page, read block by block. A block is the text of one paragraph, heading, list item or
 * cell, inline elements joined; its number is the order of adding. Of a block's text nothing is kept, but where a mention
 * may be asked what it opens, and, until a term asks what else stands on the page, where there is no term.
 *
 *     const scan = createScan(index);
 *     for (const text of paragraphs) scan.add(text);        // in slices, as time allows
 *     for (const { block, mentions } of scan.settle()) …    // now, and again after more was added
 *
 * What a rule needs to know of the page (another topic, a cue) grows with each block and never shrinks. `settle` may be called at any time; it answers with the blocks that are new or changed since the
 * last call and those whose mentions another block has changed. A block that never had a match is never in it.
 */
export type Scan = {
  /**
   * Reads a block and returns its number; anew under the one that is given, where its text or its index has changed. A text may
   * hold more than counts: before a mention is looked for in it, `heed` is asked for the text that does.
   */
  add: (text: string, heed?: Heed, block?: number) => number;
  /**
   * Takes another text for a block without reading it anew: where from its change on nothing stands that tells of a mention,
   * nor stood. False where it must be read.
   */
  retell: (block: number, before: string, text: string) => boolean;
  /** Takes blocks for standing in this order, where it is not that in which they were added. */
  reorder: (blocks: readonly { id: number }[]) => void;
  /** Forgets a block that has left the page. */
  remove: (block: number) => void;
  /** Decides, with all that is known of the page by now. */
  settle: () => BlockMentions[];
};

/** The text of a block without what attributes of elements around it leave out. */
type Heed = () => string;

/** The candidates of most blocks. */
const NONE: Candidate[] = [];

/** How many blocks of a page are remembered for their cues. */
const MOST_UNREAD = 4_000;

/** Whether one of these numbers is of the set. */
function hasAny(set: NumberSet, numbers: Set<number>): boolean {
  for (const number of numbers) {
    if (hasNumber(set, number)) return true;
  }
  return false;
}

/** The regime of a topic whose card is that of another; none of the neutral one. */
function regimeOf({ regimes }: IndexTables, topic: number, opens: number) {
  return opens === topic ? undefined : regimes[topic]?.find((one) => one.topic === opens);
}

/** Starts a visit. `trace` is for `--explain`; a page passes none. */
export function createScan(index: TermIndex, trace?: Trace): Scan {
  const { hasAnchor, read } = index.reader;
  const page: PageContext = { cues: new Set(), topics: new Set(), grown: false };
  const blocks = new Map<number, Candidate[]>();
  const unsettled = new Set<number>();
  /** Blocks with a candidate that the page decides. */
  const dependent = new Set<number>();
  /** Mentions that have regimes, by block in the order of the page; and by topic what they tell of one another, while no block has changed. */
  const ruled = new Map<number, Candidate[]>();
  const followed = new Map<number, ReturnType<JudgeRegimes['followPage']> | undefined>();
  /** Texts exchanged since a candidate was last asked what it opens: nobody may ever ask. */
  const retold = new Map<number, string>();
  /** Texts whose cues nobody has asked for yet; null once somebody has. */
  let unread: string[] | null = [];
  let count = 0;

  /** These terms of a text and its cues, which the page then knows; null while the cues are not here. */
  const readCues = (text: string, terms: Findings) => {
    const cues = index.cues();
    if (!cues) return null;
    const found = [...terms, ...cues.reader.read(text)].sort(([a], [b]) => a - b);
    return weighCues(text, found, page);
  };

  /** Reads the cues of the whole page, from the first candidate on that needs to know them. */
  const readAllCues = () => {
    for (const text of unread ?? []) readCues(text, []);
    unread = null;
  };

  /** Whether a term's rule, or who imposes, is told by cues; a word in another case than its term is none. */
  const needsCues = (text: string, [start, end, output]: Finding) => {
    const term = index.tables().terms[output & OUTPUT_NUMBER] as TermTables['terms'][0];
    return term[1] > 0 && isWritten(text.slice(start, end), term);
  };

  /** Keeps a text whose cues may be asked for later. */
  const remember = (text: string) => {
    if (unread && unread.length < MOST_UNREAD) unread.push(text);
  };

  const judge = (text: string): Candidate[] => {
    const terms = read(text);
    if (unread && !terms.some((term) => needsCues(text, term))) {
      remember(text);
      return terms.length ? judgeBlock(index, text, terms, trace) : NONE;
    }
    // What needs no cue need not wait for them.
    const found = readCues(text, terms) ?? terms.filter((term) => !needsCues(text, term));
    return terms.length ? judgeBlock(index, text, found, trace) : NONE;
  };

  /** The candidates of a text; most have no anchor, and then there is nothing more to do about them. */
  const weigh = (text: string, heed?: Heed) => {
    if (!unread || hasAnchor(text)) return judge(heed ? heed() : text);
    remember(text);
    return NONE;
  };

  const readBlock = (block: number, text: string, heed?: Heed) => {
    if (trace) trace.block = block;
    const candidates = weigh(text, heed);
    retold.delete(block);
    if (candidates.length === 0 && !blocks.has(block)) return block;
    blocks.set(block, candidates);
    unsettled.add(block);
    dependent.delete(block);
    for (const { rule } of candidates) {
      if (rule.onPage) readAllCues();
      if (rule.onPage || rule.withTopic) dependent.add(block);
    }
    return block;
  };

  /** Why the page as known by now refuses a candidate. */
  const refuse = ({ rule }: Candidate): Refusal | null => {
    const { onPage, withTopic } = rule;
    if (onPage && !hasAny(onPage, page.cues)) return 'onPage';
    if (withTopic && !hasAny(withTopic, page.topics)) return 'withTopic';
    return null;
  };

  /** What a candidate opens: where its block does not say, what the page has told before, if it can. */
  const openedTopic = (block: number, candidate: Candidate) => {
    const { topic } = candidate;
    if (retold.size) followed.clear();
    // One of a block takes its text for all.
    for (const [one, text] of retold) ruled.get(one)?.[0]?.opens?.(text);
    retold.clear();
    const opens = candidate.opens?.() ?? topic;
    if (typeof opens === 'number') return opens;
    if (!followed.has(topic)) followed.set(topic, index.judgeRegimes()?.followPage(topic, ruled.values()));
    const only = followed.get(topic)?.(candidate, opens) ?? topic;
    if (trace) trace.block = block;
    trace?.decided(candidate, regimeOf(index.tables(), topic, only), 'page');
    return only;
  };

  const decide = (block: number, candidates: Candidate[]): Mention[] => {
    const { topics } = index.tables();
    const kept: Candidate[] = [];
    for (const candidate of candidates) {
      const why = refuse(candidate);
      if (why) {
        trace?.refused(candidate, why);
        continue;
      }
      let before = kept.length;
      while (before > 0 && (kept[before - 1] as Candidate).end > candidate.start) before--;
      const rivals = kept.slice(before);
      const isLongest = rivals.every((rival) => rival.end - rival.start < candidate.end - candidate.start);
      if (trace) for (const loser of isLongest ? rivals : [candidate]) trace.refused(loser, 'overlap');
      if (isLongest) kept.splice(before, rivals.length, candidate);
    }
    // What is no mention tells nothing of one.
    const asking = kept.filter(({ opens }) => opens);
    followed.clear();
    if (asking.length) ruled.set(block, asking);
    else ruled.delete(block);
    return kept.map((candidate) => {
      trace?.kept(candidate);
      const [id, group] = topics[candidate.topic] as IndexTables['topics'][0];
      return {
        start: candidate.start,
        end: candidate.end,
        topic: id,
        group,
        get opens() {
          return topics[openedTopic(block, candidate)]?.[0] ?? id;
        },
      };
    });
  };

  return {
    add(text, heed, block = count++) {
      return readBlock(block, text, heed);
    },
    retell(block, before, text) {
      // As long as no term has needed them, they are not asked for.
      const cues = index.judgeRegimes() && index.cues();
      const { length } = index.wanted;
      const seam = findSeam(before, text);
      // Where a text must be composed to be read, it has an anchor.
      const tells = (tail: string) => tail && (hasAnchor(tail) || cues?.reader.read(tail).length);
      if (!cues || tells(before.slice(seam)) || tells(text.slice(seam)) || index.wanted.length > length)
        return false;
      retold.set(block, text);
      return true;
    },
    reorder(order) {
      for (const { id } of order) {
        const asking = ruled.get(id);
        if (ruled.delete(id)) ruled.set(id, asking as Candidate[]);
      }
      followed.clear();
    },
    remove(block) {
      blocks.delete(block);
      ruled.delete(block);
      retold.delete(block);
      followed.clear();
      unsettled.delete(block);
      dependent.delete(block);
    },
    settle() {
      if (unsettled.size === 0 && !page.grown) return [];
      const affected = new Set(page.grown ? [...unsettled, ...dependent] : unsettled);
      for (const block of affected) {
        for (const candidate of blocks.get(block) ?? []) {
          if (candidate.rule.withTopic || refuse(candidate) || page.topics.has(candidate.topic)) continue;
          page.topics.add(candidate.topic);
          for (const other of dependent) affected.add(other);
        }
      }
      page.grown = false;
      unsettled.clear();
      return [...affected]
        .sort((a, b) => a - b)
        .map((block) => {
          if (trace) trace.block = block;
          const mentions = decide(block, blocks.get(block) ?? []);
          if (!dependent.has(block)) blocks.set(block, []);
          return { block, mentions };
        });
    },
  };
}
