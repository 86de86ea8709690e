import { adjacentRegime, decideRegime, type ImposerTest } from './decide-regime';
import { IS_CUE, IS_VOID, OUTPUT_NUMBER, type RegimeCues, type Rule, type TermTables } from './layout';
import type { TermIndex } from './load-index';
import { isProse, sentenceAround } from './prose';
import type { Findings } from './read-terms';
import { LONGEST_FINDING } from './weigh-cues';

/** A match that its block accepts. What only the whole page can say is left: `onPage`, `withTopic`, perhaps the regime. */
export type Candidate = {
  start: number;
  end: number;
  topic: number;
  rule: Rule;
  /** The topic it opens, or -1 where the page decides. */
  opens: number;
};

/** Why a match was refused: the field of its rule, part of an address or command (`prose`), or a longer mention. */
export type Refusal =
  | 'case'
  | 'near'
  | 'notNear'
  | 'before'
  | 'notBefore'
  | 'notAfter'
  | 'onPage'
  | 'withTopic'
  | 'prose'
  | 'overlap';

/** What is decided about: a match with its rule. */
export type Match = Pick<Candidate, 'start' | 'end' | 'topic' | 'rule'>;

/** Told of each decision. For `--explain`; a page passes none. */
export type Trace = {
  /** The scan sets it: the block whose offsets follow. */
  block: number;
  refused: (match: Match, why: Refusal) => void;
  kept: (match: Match) => void;
  /** Which regime a match opens (null: the neutral topic), and how much text it took to say so. */
  decided: (match: Match, regime: RegimeCues | null, level: Level) => void;
};
export type Level = 'phrase' | 'sentence' | 'paragraph' | 'page';

/** Distance within which `near` and `notNear` look, in UTF-16 units. */
const NEAR = 120;
/** How far after the one who answers "condemned" can end. */
const REACTION_REACH = 44;

/** Decides each term among a block's findings by what the block alone can say. */
export function judgeBlock(index: TermIndex, text: string, found: Findings, trace?: Trace): Candidate[] {
  const { terms, rules, regimes } = index.tables();
  const candidates: Candidate[] = [];
  for (let at = 0; at < found.length; at += 3) {
    const output = found[at + 2] as number;
    if (output & IS_CUE) continue;
    const start = found[at] as number;
    const end = found[at + 1] as number;
    const term = output & OUTPUT_NUMBER;
    const [topic, ruled, isName] = terms[term] as TermTables['terms'][0];
    const rule = rules[ruled - 1] ?? {};
    const place = {
      text,
      found,
      start,
      end,
      topic,
      rule,
      from: firstFinding(found, start - 600 - LONGEST_FINDING),
    };
    const why = isProse(text, start, end, isName > 0) ? refuse(rule, place) : 'prose';
    if (why) {
      trace?.refused({ start, end, topic, rule }, why);
      continue;
    }
    const opens = regimes[topic] ? openedTopic(regimes[topic], place, trace) : topic;
    candidates.push({ start, end, topic, rule, opens });
  }
  return candidates;
}

/** A match in its block; `from` is the first finding that can matter to it. */
type Place = Match & { text: string; found: Findings; from: number };

function firstFinding(found: Findings, position: number): number {
  let low = 0;
  let high = found.length / 3;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle * 3] as number) < position) low = middle + 1;
    else high = middle;
  }
  return low * 3;
}

function refuse(rule: Rule, place: Place): Refusal | null {
  const { text, start, end } = place;
  if (rule.text && !isWritten(text.slice(start, end), rule.text, rule.upper === true)) return 'case';
  if (rule.before && !touches(place, rule.before, 1)) return 'before';
  if (rule.notBefore && touches(place, rule.notBefore, 1)) return 'notBefore';
  if (rule.notAfter && touches(place, rule.notAfter, -1)) return 'notAfter';
  const outside = (low: number, high: number) => low < start || high > end;
  if (rule.notNear && stands(place, rule.notNear, start - NEAR, end + NEAR, outside)) return 'notNear';
  if (rule.near && !stands(place, rule.near, start - NEAR, end + NEAR, outside)) {
    if (!stands(place, rule.near, ...sentenceAround(text, start, end), outside)) return 'near';
  }
  return null;
}

/** A text with width, invisible characters and gaps evened out, its case kept: what a case rule compares. */
export function evenOut(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\s\u2010-\u2015-]+/g, ' ');
}

function isWritten(found: string, term: string, upper: boolean): boolean {
  const written = evenOut(found);
  return written === term || (upper && written === term.toUpperCase());
}

/** Whether one of the cues stands between two positions and `fits`, which is given its own. */
function stands(
  { found, from }: Pick<Place, 'found' | 'from'>,
  cues: number[],
  low: number,
  high: number,
  fits?: (start: number, end: number, output: number) => boolean,
): boolean {
  for (let at = from; at < found.length && (found[at] as number) < high; at += 3) {
    const output = found[at + 2] as number;
    if (!(output & IS_CUE) || !cues.includes(output & OUTPUT_NUMBER)) continue;
    const start = found[at] as number;
    const end = found[at + 1] as number;
    if (start >= low && end <= high && (!fits || fits(start, end, output))) return true;
  }
  return false;
}

/** Whether one of the cues directly follows (1) or precedes (-1) the match. */
function touches({ text, found, start, end, from }: Place, cues: number[], side: 1 | -1): boolean {
  for (let at = from; at < found.length && (found[at] as number) <= end + 8; at += 3) {
    const output = found[at + 2] as number;
    if (!(output & IS_CUE) || !cues.includes(output & OUTPUT_NUMBER)) continue;
    const low = side > 0 ? end : (found[at + 1] as number);
    const high = side > 0 ? (found[at] as number) : start;
    if (low <= high && /^[\s\u00ad\u2010-\u2015-]*$/.test(text.slice(low, high))) return true;
  }
  return false;
}

/** The topic that the cues of phrase, sentence or paragraph decide; -1 where only the page can. */
function openedTopic(regimes: RegimeCues[], place: Place, trace?: Trace): number {
  const { text, found, start, end, from } = place;
  const within = (first: number, low: number, high: number) => {
    const range = { found, from: first };
    const imposes: ImposerTest = ({ imposers, reactions }) =>
      stands(range, imposers, low, high, (_, end, output) => {
        return !(output & IS_VOID) && !stands(range, reactions, end, end + REACTION_REACH);
      });
    return decideRegime(regimes, imposes, (cues) => stands(range, cues, low, high));
  };
  let level: Level = 'phrase';
  let regime: RegimeCues | null | undefined = adjacentRegime(regimes, text, found, from, start);
  if (regime === undefined) {
    level = 'sentence';
    regime = within(from, ...sentenceAround(text, start, end));
  }
  if (regime === undefined) {
    level = 'paragraph';
    regime = within(0, 0, text.length);
  }
  if (regime === undefined) return -1;
  trace?.decided(place, regime, level);
  return regime?.topic ?? place.topic;
}
