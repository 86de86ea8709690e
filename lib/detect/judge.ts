import { IS_CUE, OUTPUT_NUMBER, type RegimeCues, type Rule, type TermTables } from './layout';
import type { TermIndex } from './load-index';
import { nearestCue } from './nearest-cue';
import type { NumberSet } from './number-set';
import { isProse, partAround, SENTENCE_END } from './prose';
import type { Finding, Findings } from './read-terms';
import type { Imposer, Span } from './regimes/decide-regime';
import { LONGEST_FINDING } from './weigh-cues';
import { isWritten } from './written';

/** A match that its block accepts. What only the whole page can say is left: `onPage`, `withTopic`, perhaps the regime. */
export type Candidate = {
  start: number;
  end: number;
  topic: number;
  rule: Rule;
  written: string | undefined;
  /** The topic it opens, or those among which the page decides; these take long to tell, and few pages ask. */
  opens: number | (() => number[]);
};

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
  const imposers: Imposer[][] = [];
  let from = 0;
  for (const [start, end, output] of found) {
    if (output & IS_CUE) continue;
    const term = terms[output & OUTPUT_NUMBER] as TermTables['terms'][0];
    const [topic, ruled, isName, written] = term;
    const rule = rules[ruled] ?? {};
    while ((found[from] as Finding)[0] < start - 600 - LONGEST_FINDING) from++;
    const place = { text, found, start, end, topic, rule, written, from };
    const why = isProse(text, start, end, isName > 0) ? refuse(term, place) : 'prose';
    if (why) {
      trace?.refused(place, why);
      continue;
    }
    const own = regimes[topic];
    const judge = index.judgeRegimes();
    let opens: Candidate['opens'] = topic;
    if (own && judge) {
      imposers[topic] ??= judge.findImposers(own, text, found);
      opens = judge.openedTopic(own, imposers[topic] as Imposer[], candidates, place, trace?.decided);
    }
    candidates.push({ start, end, topic, rule, written, opens });
  }
  return candidates;
}

/** A match in its block; `from` is the first finding that can matter to it. */
export type Place = Match & { text: string; found: Findings; from: number };

function refuse(term: TermTables['terms'][0], place: Place): Refusal | null {
  const { text, found, start, end, from, rule } = place;
  if (!isWritten(text.slice(start, end), term)) return 'case';
  if (rule.before && !touches(place, rule.before, 1)) return 'before';
  if (rule.after && !touches(place, rule.after, -1)) return 'after';
  if (rule.notBefore && touches(place, rule.notBefore, 1)) return 'notBefore';
  if (rule.notAfter && touches(place, rule.notAfter, -1)) return 'notAfter';
  const [low, high] = partAround(text, start, end, SENTENCE_END);
  const around: Span = [Math.min(low, start - NEAR), Math.max(high, end + NEAR)];
  const apart = (first: number, last: number) =>
    first === start || last === end ? Infinity : Math.max(start - last, first - end, 0);
  const speaking = nearestCue(found, from, rule.near, around, apart);
  if (rule.near && speaking === Infinity) return 'near';
  const against = nearestCue(found, from, rule.notNear, around, apart);
  return against <= Math.min(speaking, NEAR) ? 'notNear' : null;
}

/** Whether one of the cues directly follows (1) or precedes (-1) the match. */
function touches({ text, found, start, end, from }: Place, cues: NumberSet, side: 1 | -1): boolean {
  const gap = (first: number, last: number) => {
    const [low, high] = side > 0 ? [end, first] : [last, start];
    return low <= high && /^[\s\xad\u2010-\u201f"-]*$/.test(text.slice(low, high)) ? 0 : Infinity;
  };
  return !nearestCue(found, from, cues, [0, end + LONGEST_FINDING], gap);
}
