import { IS_CUE, OUTPUT_NUMBER, type RegimeCues, type Rule, type TermTables } from './layout';
import type { TermIndex } from './load-index';
import { firstFrom, nearestCue } from './nearest-cue';
import { hasNumber, type NumberSet } from './number-set';
import { isProse, partAround, SENTENCE_END } from './prose';
import type { Finding, Findings } from './read-terms';
import type { Span } from './regimes/decide-regime';
import { LONGEST_FINDING } from './weigh-cues';
import { isWritten } from './written';

/** A match that its block accepts. What only the whole page can say is left: `onPage`, `withTopic`, perhaps the regime. */
export type Candidate = {
  start: number;
  end: number;
  topic: number;
  rule: Rule;
  written: string | undefined;
  /** What it opens, where its topic has regimes: it takes long to tell, and nobody asks before a card or a list is opened. */
  opens: Opening | undefined;
};
/** Tells what a mention opens; given another text in which the same stands, only takes it for the whole block, to be asked of it later. */
export type Opening = (text?: string) => Opened;
/**
 * The topic that a mention opens, or those among which the page decides. With none of these it opens its own, as it does with the
 * number of that; but that says that it is somebody's, and none says nothing of the mentions behind it.
 */
export type Opened = number | number[];

/** Why a match was refused: the field of its rule, part of an address or command (`prose`), or a longer mention. */
export type Refusal =
  | 'case'
  | 'near'
  | 'notNear'
  | 'before'
  | 'after'
  | 'notBefore'
  | 'notAfter'
  | 'onPage'
  | 'withTopic'
  | 'prose'
  | 'overlap';

/** What is decided about: a match with its rule, and how it must be written where its case counts. */
export type Match = Pick<Candidate, 'start' | 'end' | 'topic' | 'rule' | 'written'>;

/** Told of each decision. For `--explain`; a page passes none. */
export type Trace = {
  /** The scan sets it: the block whose offsets follow. */
  block: number;
  refused: (match: Match, why: Refusal) => void;
  kept: (match: Match) => void;
  /** Which regime a match opens (null: the neutral topic), and how much text it took to say so. */
  decided: (match: Match, regime: RegimeCues | null | undefined, level: Level) => void;
};
/** How much text it took: 0 its phrase, 1 its clause, 2 the sentence, 3 the paragraph, or the page. */
export type Level = number | 'page';

/** Distance within which `near` and `notNear` look, in UTF-16 units. */
const NEAR = 120;
/** Decides each term among a block's findings by what the block alone can say. */
export function judgeBlock(index: TermIndex, text: string, found: Findings, trace?: Trace): Candidate[] {
  const { terms, rules, regimes } = index.tables();
  const candidates: Candidate[] = [];
  const openedLater = index.judgeRegimes()?.createOpening(regimes, text, found, trace);
  let around: Surroundings | undefined;
  for (const [start, end, output] of found) {
    if (output & IS_CUE) continue;
    const term = terms[output & OUTPUT_NUMBER] as TermTables['terms'][0];
    const [topic, ruled, isName, written] = term;
    const rule = rules[ruled] ?? {};
    const last = candidates.at(-1);
    if (!trace && last && isSettledBy(last, start, end, topic)) continue;
    const place = { text, found, start, end, topic, rule, written };
    if (around?.start !== start || around.end !== end) around = createSurroundings(place);
    const why = around.isProse(isName > 0) ? refuse(term, place, around) : 'prose';
    if (why) {
      trace?.refused(place, why);
      continue;
    }
    candidates.push({ start, end, topic, rule, written, opens: openedLater?.(place) });
  }
  return candidates;
}

/** A match in its block. */
export type Place = Match & { text: string; found: Findings };

/** Whether a candidate that the page cannot refuse stands for the same topic at the same place: of many rules one is enough. */
function isSettledBy(last: Candidate, start: number, end: number, topic: number): boolean {
  const { onPage, withTopic } = last.rule;
  return last.start === start && last.end === end && last.topic === topic && !onPage && !withTopic;
}

/** What stands around one place: its many rules ask the same. */
type Surroundings = ReturnType<typeof createSurroundings>;

function createSurroundings(place: Place) {
  const { text, start, end } = place;
  const prose: boolean[] = [];
  const beside: number[][] = [];
  let sentence: Span | undefined;
  return {
    start,
    end,
    isProse: (isName: boolean) => (prose[+isName] ??= isProse(text, start, end, isName)),
    /** The cues that directly follow (1) or precede (-1). */
    cuesBeside: (side: 1 | -1) => (beside[side + 1] ??= cuesBeside(place, side)),
    sentence: () => (sentence ??= partAround(text, start, end, SENTENCE_END)),
  };
}

function refuse(term: TermTables['terms'][0], place: Place, around: Surroundings): Refusal | null {
  const { text, found, start, end, rule } = place;
  if (!isWritten(text.slice(start, end), term)) return 'case';
  const { before, after, notBefore, notAfter } = rule;
  const behind = before || notBefore ? around.cuesBeside(1) : [];
  const ahead = after || notAfter ? around.cuesBeside(-1) : [];
  const isIn = (cues: NumberSet) => (cue: number) => hasNumber(cues, cue);
  if (before && !behind.some(isIn(before))) return 'before';
  if (after && !ahead.some(isIn(after))) return 'after';
  if (notBefore && behind.some(isIn(notBefore))) return 'notBefore';
  if (notAfter && ahead.some(isIn(notAfter))) return 'notAfter';
  if (!rule.near && !rule.notNear) return null;
  const [low, high] = around.sentence();
  const near: Span = [Math.min(low, start - NEAR), Math.max(high, end + NEAR)];
  const apart = (first: number, last: number) =>
    first === start || last === end ? Infinity : Math.max(start - last, first - end, 0);
  const speaking = nearestCue(found, rule.near, near, apart);
  if (rule.near && speaking === Infinity) return 'near';
  const against = nearestCue(found, rule.notNear, near, apart);
  return against <= Math.min(speaking, NEAR) ? 'notNear' : null;
}

/** What may stand between a match and a cue beside it. */
const GAP = /[\s\xad\u2010-\u201f"-]/;

/** The cues that directly follow (1) or precede (-1) the match. */
function cuesBeside({ text, found, start, end }: Place, side: 1 | -1): number[] {
  let edge = side > 0 ? end : start;
  while (GAP.test(text.charAt(side > 0 ? edge : edge - 1))) edge += side;
  const cues: number[] = [];
  for (let at = firstFrom(found, edge - (side > 0 ? 0 : LONGEST_FINDING)); at < found.length; at++) {
    const [first, last, output] = found[at] as Finding;
    if (first > edge) break;
    if (output & IS_CUE && (side > 0 ? first : last) === edge) cues.push(output & OUTPUT_NUMBER);
  }
  return cues;
}
