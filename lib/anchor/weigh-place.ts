/** What agrees at a place, in quote and in context, in units of the folded text; whether that is the quote; and whether it may be its twin. */
import search, { type Match } from 'approx-string-match';
import type { Folded } from './fold-page';
import { BESIDE, KNOWN, LETTER, NEAR, type Place, SHORT, type Wanted } from './place';
import { reverse } from './trim-place';

/** Below this likeness texts agree in nothing: so alike are any two. */
export const ANY_LIKENESS = 0.5;
/** Least likeness of what tells a quote from its twins: what comes to stand there may be like it, too. */
const TELLING = 0.9;

/** Weighs a place at which the quote stands with so many errors. */
export function weighPlace(page: Folded, wanted: Wanted, match: Match): Place {
  const { text } = page;
  const { prefix, exact, suffix } = wanted;
  const { start, end, errors } = match;
  const left = text.slice(Math.max(0, start - prefix.length), start);
  const right = text.slice(end, end + suffix.length);
  const own = 1 - errors / exact.length;
  const before = likeness(left, prefix);
  const after = likeness(right, suffix);
  const isAfter = text.startsWith(prefix.slice(-BESIDE), start - Math.min(BESIDE, prefix.length));
  const beside = BESIDE * (Number(isAfter) + Number(text.startsWith(suffix.slice(0, BESIDE), end)));
  const around = countSame(reverse(left), reverse(prefix)) + countSame(right, suffix);
  const row = errors > 0 ? 0 : around + exact.length;
  const context = countUnits(before, prefix) + countUnits(after, suffix);
  const alike = own * exact.length + before * prefix.length + after * suffix.length;
  const score = alike / (prefix.length + exact.length + suffix.length);
  const units = countUnits(own, exact);
  const isKnown = isKnownBy(wanted, row, units);
  return {
    start,
    end,
    units: units + context + beside,
    context,
    score,
    row,
    before,
    after,
    isKnown,
    isWeak: !isQuote(page, wanted, match, beside),
    isOther: !isKnown && isTwin(wanted, { start, before, after }),
  };
}

/** Whether so much of it stands here, in a row or of a quote without twins at all, as at no other place of its page. */
function isKnownBy({ telling, twins }: Wanted, row: number, units: number): boolean {
  if (!telling) return Math.max(row, units) >= KNOWN;
  return twins !== null && row >= Math.max(KNOWN, twins.row + BESIDE);
}

/**
 * Whether it is enough like the quote. Of a short one the words are whole that were, and something that stood right beside it
 * does. A longer one that was found at all differs little.
 */
function isQuote(page: Folded, wanted: Wanted, { start, end }: Match, beside: number): boolean {
  const { exact, cutBefore, cutAfter } = wanted;
  if (exact.length >= SHORT) return true;
  const isBegin = cutBefore ? page.text.endsWith(cutBefore, start) : !isCut(page, start);
  const isEnd = cutAfter ? page.text.startsWith(cutAfter, end) : !isCut(page, end);
  return isBegin && isEnd && beside > 0;
}

/**
 * Whether it may be a twin of the quote: on no side that tells them apart is it more like what stood there than every twin was.
 * About where the position says, it need be no more than they were, and enough is something on both sides.
 */
function isTwin({ at, telling, twins }: Wanted, place: Pick<Place, 'start' | 'before' | 'after'>): boolean {
  if (!telling) return false;
  const isNear = Math.abs(place.start - at) <= NEAR;
  if (isNear && place.before > 0 && place.after > 0) return false;
  const tells = (side: 'before' | 'after') =>
    telling[side] && place[side] >= TELLING && (isNear || !twins || place[side] > twins[side]);
  return !tells('before') && !tells('after');
}

/** How many units both begin with. */
function countSame(text: string, other: string): number {
  let same = 0;
  while (same < text.length && text[same] === other[same]) same++;
  return same;
}

/** Whether letters stand at both sides with nothing between them. */
function isCut({ text, offsets }: Folded, at: number): boolean {
  return (
    offsets[at] === (offsets[at - 1] as number) + 1 &&
    LETTER.test(text.slice(at - 1, at)) &&
    LETTER.test(text.slice(at, at + 1))
  );
}

/** The units of a part that agree where so much of it is alike. */
export function countUnits(likeness: number, part: string): number {
  return part.length * Math.max(0, (likeness - ANY_LIKENESS) / (1 - ANY_LIKENESS));
}

/** The share of a text that stands in another, 0 where it is no more than chance. */
function likeness(text: string, wanted: string): number {
  if (text.length >= wanted.length && text.startsWith(wanted)) return 1;
  const [match] = search(text, wanted, Math.floor(wanted.length * (1 - ANY_LIKENESS)));
  return match ? 1 - match.errors / wanted.length : 0;
}
