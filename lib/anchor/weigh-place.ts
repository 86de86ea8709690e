/** What agrees at a place, in quote and in context, in units of the folded text; and whether that is enough to tell it from others. */
import search, { type Match } from 'approx-string-match';
import { PIECE } from './find-twin';
import type { Folded } from './fold-page';
import { BESIDE, KNOWN, LETTER, type Place, SHORT, type Wanted } from './place';
import { reverse } from './trim-place';

/** Of a short quote what stands before and what stands after must be so alike, or one of both must be `INTACT`. */
const SHORT_LIKENESS = 0.6;
const INTACT = 0.9;
/** Or else so many units must stand in a row, it and its context. */
const RUN = 24;
/** Even so a quote of fewer units needs something on both sides. */
const SHORTEST = 3;
/** A quote of fewer units that differs must end within the same words. */
const LITTLE = 16;
/** Below this likeness texts agree in nothing: so alike are any two. */
export const ANY_LIKENESS = 0.5;
/** Least score, which is the share of quote and context that is alike; and of a quote of which less than `CLOSE` is. */
const LIMIT = 0.34;
const CHANGED_LIMIT = 0.5;
const CLOSE = 0.85;
/** By so many units more in a row than any twin had is a place known; a short quote by these on each side. */
const LONGER = 8;
const BOTH_SIDES = 2;
/** About where the position says. */
const NEAR = 64;
/**
 * Of a quote whose twins were not compared what no twin has beside it must be so alike, or be the same next to it: a twin's
 * own surroundings are often much the same; and something of it must stand right beside. Less is enough of a short quote,
 * and where the position says.
 */
const TELLING = 0.85;
const FEW_TELLING = 0.6;
/** Where they were compared, so much at least of what stands beside a longer one: what comes to stand there may be like it, too. */
const COMPARED_TELLING = 0.9;
/** And where on one side less is alike than this, the other must be so alike. */
const ONE_SIDED = 0.4;
const OTHER_SIDE = 0.85;
/** Least score of a quote whose twins were compared, if it is not known. */
const TWIN_LIMIT = 0.6;
/** What a twin shared so much of tells nothing. */
const SAME = 0.995;

/** Weighs a place at which the quote stands with so many errors. */
export function weighPlace(
  page: Folded,
  { prefix, exact, suffix, at, cutBefore, cutAfter, telling, twins }: Wanted,
  { start, end, errors }: Match,
): Place {
  const { text } = page;
  const left = text.slice(Math.max(0, start - prefix.length), start);
  const right = text.slice(end, end + suffix.length);
  const own = 1 - errors / exact.length;
  const before = likeness(left, prefix);
  const after = likeness(right, suffix);
  const isAfter = text.startsWith(prefix.slice(-BESIDE), start - Math.min(BESIDE, prefix.length));
  const beside = BESIDE * (Number(isAfter) + Number(text.startsWith(suffix.slice(0, BESIDE), end)));
  const rowBefore = countSame(reverse(left), reverse(prefix));
  const rowAfter = countSame(right, suffix);
  const row = errors > 0 ? 0 : rowBefore + exact.length + rowAfter;
  const context = countUnits(before, prefix) + countUnits(after, suffix);
  const alike = own * exact.length + before * prefix.length + after * suffix.length;
  const score = alike / (prefix.length + exact.length + suffix.length);
  const isSameWord =
    (cutBefore ? text.endsWith(cutBefore, start) : !isCut(page, start)) &&
    (cutAfter ? text.startsWith(cutAfter, end) : !isCut(page, end));
  const isLong = exact.length >= SHORT;
  const isKnown = telling
    ? twins !== null &&
      row >= Math.max(KNOWN, twins.row + LONGER) &&
      (isLong || Math.min(rowBefore, rowAfter) >= BOTH_SIDES)
    : Math.max(row, countUnits(own, exact)) >= KNOWN;
  const isRow = row >= RUN && score >= LIMIT && (exact.length >= SHORTEST || beside === 2 * BESIDE);
  const isWeak = !isLong
    ? !isSameWord ||
      !(
        isRow ||
        Math.min(before, after) >= SHORT_LIKENESS ||
        (Math.max(before, after) >= INTACT && exact.length >= SHORTEST)
      )
    : score < (own < CLOSE ? CHANGED_LIMIT : LIMIT) ||
      (errors > 0 && exact.length < LITTLE && !isSameWord && Math.min(before, after) < SHORT_LIKENESS);
  const isNear = Math.abs(start - at) <= NEAR;
  const isLoose = !isLong || isNear;
  const least = isLoose ? FEW_TELLING : TELLING;
  const isCompared = twins !== null && !isNear;
  const fewest = isLong ? COMPARED_TELLING : 0;
  const leastBefore = isCompared ? Math.max(halfway(twins.before), fewest) : least;
  const leastAfter = isCompared ? Math.max(halfway(twins.after), fewest) : least;
  const isToldBefore = telling?.before && (before >= leastBefore || (!twins && rowBefore >= PIECE));
  const isToldAfter = telling?.after && (after >= leastAfter || (!twins && rowAfter >= PIECE));
  const isOneSided = isLong && Math.min(before, after) < ONE_SIDED && Math.max(before, after) < OTHER_SIDE;
  const isApart = beside === 0 && !isLoose;
  const isThin = isCompared && isLong && score < TWIN_LIMIT;
  const isOther = telling !== null && (isThin || (!isToldBefore && !isToldAfter) || isOneSided || isApart);
  return {
    start,
    end,
    units: countUnits(own, exact) + context + beside,
    context,
    score,
    row,
    before,
    after,
    isKnown,
    isWeak: isWeak && !isKnown,
    isOther: isOther && !isKnown,
  };
}

/** From this likeness on a text is more like itself than its twin is. */
function halfway(twin: number): number {
  return twin < SAME ? (1 + twin) / 2 : Number.POSITIVE_INFINITY;
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
