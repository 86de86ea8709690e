/**
 * Where a quote stands that is not found word for word. What agrees at a place, in quote and in context, is counted in
 * units of the folded text. Of places that agree about as well the one nearest to the position is taken if it is nearer
 * by far, else the one that agrees better by far, else none. Nor is any where more of the surroundings stands elsewhere
 * without the quote, except of a quote that stood nowhere else and of which enough is left: that has moved.
 */
import search, { type Match } from 'approx-string-match';
import type { Pace } from './anchor';
import { PIECE } from './find-twin';
import type { Folded } from './fold-page';
import {
  ENOUGH,
  type Found,
  LETTER,
  MOST_CHANGE,
  MOST_ERRORS,
  type Place,
  SHORT,
  type Wanted,
} from './place';
import { type Seeds, votePlaces } from './seeds';
import { reverse, trimPlace } from './trim-place';

/** What is tried first: less takes less time. */
const FEW_ERRORS = 0.15;
/** By how much of its length a place may be longer or shorter than the quote if an end of it is in doubt. */
const DOUBTFUL_CHANGE = 0.22;
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
const ANY_LIKENESS = 0.5;
/** Least score, which is the share of quote and context that is alike; and of a quote of which less than `CLOSE` is. */
const LIMIT = 0.34;
const CHANGED_LIMIT = 0.5;
const CLOSE = 0.85;
/** A place that is nearer by far is it if this share of what agrees at the best agrees there, too. */
const RIVAL = 0.8;
/** With this share it still puts the best in doubt, and so may a gap. */
const DOUBT = 0.4;
/** Units of a quote that has no twin that are enough to know it by. */
const KNOWN = 24;
/** Places no farther apart than this share their context: the better one is it. */
const NEXT = 64;
/** Units on each side that, standing right beside a place, tell it from the same letters a little farther on. */
const BESIDE = 4;
/** Nearer by far: by this factor. */
const FAR = 20;
/** Better by far: a rival at which less than this share agrees. */
const CLEAR = 0.85;
/**
 * Of a quote that has a twin what no twin has beside it must be so alike, or be the same next to it: a twin's own
 * surroundings are often much the same; and something of it must stand right beside. Less is enough of a short quote, and
 * where the position says.
 */
const TELLING = 0.85;
const FEW_TELLING = 0.6;
/** And where on one side less is alike than this, the other must be so alike. */
const ONE_SIDED = 0.4;
const OTHER_SIDE = 0.85;
/** Places are looked at that have this share of the best one's votes; of a quote that has a twin, this. */
const VOTES = 0.5;
const FEW_VOTES = 0.25;
/** Places that are looked at for one quote. */
const PLACES = 6;
/** Units by which a place may be off. */
const SLACK = 64;
/** Of a longer quote the beginning and the end are looked for, so many units of each. */
const LONG = 1_024;
const END = 384;
/** Of a longer quote each half is looked for by itself: a search is a step without a rest. */
const STEP = 512;

/** Rests if the slice is used up. */
type Breathe = () => Promise<void> | null;

/** The place; null for none. */
export async function findAlike(
  page: Folded,
  seeds: Seeds,
  wanted: Wanted,
  pace: Pace,
): Promise<Found | null> {
  const { text } = page;
  const { prefix, exact, suffix, telling } = wanted;
  if (exact.length > LONG) return findEnds(page, seeds, wanted, pace);
  const places: Place[] = [];
  const breathe = () => (pace.isSpent() ? pace.rest() : null);
  const add = async (start: number, end: number, errors: number) => {
    if (end <= start || places.some((place) => place.start === start && place.end === end)) return;
    await breathe();
    places.push(weigh(page, wanted, start, end, errors));
  };
  const most = exact.length < SHORT ? 0 : Math.floor(exact.length * MOST_ERRORS);
  const few = Math.min(most, Math.floor(exact.length * FEW_ERRORS));
  const look = async (begin: number) => {
    await breathe();
    const from = Math.max(0, begin + prefix.length - SLACK);
    const part = text.slice(from, Math.max(from, begin + prefix.length + exact.length + SLACK + most));
    const found = await searchQuote(part, exact, [few, most], breathe);
    for (const { start, end, errors } of found) await add(from + start, from + end, errors);
    if (found.length > 0 && !telling) return;
    await breathe();
    const gap = findGap(text, wanted, begin);
    if (!gap || places.some(({ start }) => Math.abs(start - gap.start) < BESIDE)) return;
    const [one] =
      found.length > 0 ? await searchQuote(text.slice(gap.start, gap.until), exact, [most], breathe) : [];
    if (one) await add(gap.start + one.start, gap.start + one.end, one.errors);
    else places.push(gap);
  };
  const begins = votePlaces(seeds, prefix + exact + suffix, PLACES, telling ? FEW_VOTES : VOTES);
  for (const [at, begin] of begins.entries()) {
    if (begins.slice(0, at).some((other) => Math.abs(other - begin) < SLACK / 2)) continue;
    await look(begin);
  }
  if (!telling && exact.length >= KNOWN && !places.some(({ isKnown }) => isKnown)) {
    await breathe();
    for (const begin of votePlaces(seeds, exact, 1, 1)) await look(begin - prefix.length);
  }
  await breathe();
  const place = decide(places, wanted.at);
  return !place || place.isDoubtful || place.units < ENOUGH ? null : settle(text, wanted, place, breathe);
}

/** Where the quote stands in a part with the fewest errors, of which `limits` are tried in turn. */
async function searchQuote(
  part: string,
  exact: string,
  limits: readonly number[],
  breathe: Breathe,
): Promise<Match[]> {
  const most = Math.max(...limits);
  if (exact.length > STEP) return searchHalves(part, exact, most, breathe);
  for (const limit of new Set(limits)) {
    const found = search(part, exact, limit);
    if (found.length > 0) return found;
    await breathe();
  }
  return [];
}

/** The end of the first half next to which the second one begins; what stands between them is in error, too. */
async function searchHalves(part: string, exact: string, most: number, breathe: Breathe): Promise<Match[]> {
  const middle = exact.length >> 1;
  const [head] = search(part, exact.slice(0, middle), most);
  if (!head) return [];
  await breathe();
  const [tail] = search(part.slice(head.end), exact.slice(middle), most - head.errors);
  if (!tail) return [];
  const errors = head.errors + tail.start + tail.errors;
  return errors > most ? [] : [{ start: head.start, end: head.end + tail.end, errors }];
}

/** The place trimmed; null where what then stands there differs too much from the quote, or in its length. */
async function settle(text: string, wanted: Wanted, place: Place, breathe: Breathe): Promise<Found | null> {
  const { isSure, ...trimmed } = trimPlace(text, wanted, place);
  const { exact } = wanted;
  const stands = text.slice(trimmed.start, trimmed.end);
  const change = Math.abs(stands.length - exact.length) / exact.length;
  if (change > (isSure ? MOST_CHANGE : DOUBTFUL_CHANGE)) return null;
  if (trimmed.start === place.start && trimmed.end === place.end) return trimmed;
  const most = Math.floor(exact.length * MOST_ERRORS);
  await breathe();
  const [match] = await searchQuote(stands, exact, [most], breathe);
  return match && match.errors + (match.start + stands.length - match.end) / 2 <= most ? trimmed : null;
}

/** A long quote is where its beginning and its end are, if they are about as far apart as they were. */
async function findEnds(
  page: Folded,
  seeds: Seeds,
  { prefix, exact, suffix, at, telling }: Wanted,
  pace: Pace,
): Promise<Found | null> {
  const last = exact.length - END;
  const head = {
    prefix,
    exact: exact.slice(0, END),
    suffix: exact.slice(END, 2 * END),
    at,
    cutBefore: '',
    cutAfter: '',
    telling,
  };
  const tail = {
    prefix: exact.slice(last - END, last),
    exact: exact.slice(last),
    suffix,
    at: at + last,
    cutBefore: '',
    cutAfter: '',
    telling,
  };
  const first = await findAlike(page, seeds, head, pace);
  const final = first && (await findAlike(page, seeds, tail, pace));
  if (!final) return null;
  const change = Math.abs(final.end - first.start - exact.length);
  if (change > exact.length * MOST_ERRORS) return null;
  return {
    start: first.start,
    end: final.end,
    score: Math.min(first.score, final.score),
  };
}

/** The empty place where what stood around the quote stands without it: it is gone, and a copy of it is not it. */
function findGap(
  text: string,
  { prefix, exact, suffix }: Wanted,
  begin: number,
): (Place & { until: number }) | null {
  const around = prefix.length + suffix.length;
  if (!prefix || !suffix || around < (around + exact.length) * DOUBT) return null;
  const from = Math.max(0, begin - SLACK);
  const part = text.slice(from, begin + prefix.length + exact.length + suffix.length + SLACK);
  const [before] = search(part, prefix, Math.floor(prefix.length * ANY_LIKENESS));
  const [after] = search(part, suffix, Math.floor(suffix.length * ANY_LIKENESS));
  if (!before || !after) return null;
  const gap = after.start - before.end;
  if (gap < -BESIDE || gap > exact.length + SLACK) return null;
  const units =
    countUnits(1 - before.errors / prefix.length, prefix) +
    countUnits(1 - after.errors / suffix.length, suffix);
  const start = from + before.end;
  return {
    start,
    end: start,
    until: from + after.start,
    units,
    context: units,
    score: 0,
    isKnown: false,
    isDoubtful: true,
  };
}

/** What agrees at a place at which the quote stands with so many errors. */
function weigh(
  page: Folded,
  { prefix, exact, suffix, at, cutBefore, cutAfter, telling }: Wanted,
  start: number,
  end: number,
  errors: number,
): Place {
  const { text } = page;
  const own = 1 - errors / exact.length;
  const before = likeness(text.slice(Math.max(0, start - prefix.length), start), prefix);
  const after = likeness(text.slice(end, end + suffix.length), suffix);
  const isAfter = text.startsWith(prefix.slice(-BESIDE), start - Math.min(BESIDE, prefix.length));
  const beside = BESIDE * (Number(isAfter) + Number(text.startsWith(suffix.slice(0, BESIDE), end)));
  const rowBefore = countSame(
    reverse(text.slice(Math.max(0, start - prefix.length), start)),
    reverse(prefix),
  );
  const rowAfter = countSame(text.slice(end, end + suffix.length), suffix);
  const context = countUnits(before, prefix) + countUnits(after, suffix);
  const alike = own * exact.length + before * prefix.length + after * suffix.length;
  const score = alike / (prefix.length + exact.length + suffix.length);
  const isSameWord =
    (cutBefore ? text.endsWith(cutBefore, start) : !isCut(page, start)) &&
    (cutAfter ? text.startsWith(cutAfter, end) : !isCut(page, end));
  const row = rowBefore + exact.length + rowAfter;
  const isRow = row >= RUN && score >= LIMIT && (exact.length >= SHORTEST || beside === 2 * BESIDE);
  const isKnown = telling === null && countUnits(own, exact) >= KNOWN;
  const isDoubtful =
    exact.length < SHORT
      ? !isSameWord ||
        !(
          isRow ||
          Math.min(before, after) >= SHORT_LIKENESS ||
          (Math.max(before, after) >= INTACT && exact.length >= SHORTEST)
        )
      : (score < (own < CLOSE ? CHANGED_LIMIT : LIMIT) && !isKnown) ||
        (errors > 0 && exact.length < LITTLE && !isSameWord && Math.min(before, after) < SHORT_LIKENESS);
  const isLoose = exact.length < SHORT || Math.abs(start - at) <= SLACK;
  const least = isLoose ? FEW_TELLING : TELLING;
  const isToldBefore = telling?.before && (before >= least || rowBefore >= PIECE);
  const isToldAfter = telling?.after && (after >= least || rowAfter >= PIECE);
  const isOneSided =
    exact.length >= SHORT && Math.min(before, after) < ONE_SIDED && Math.max(before, after) < OTHER_SIDE;
  const isApart = beside === 0 && !isLoose;
  const isOther = telling !== null && ((!isToldBefore && !isToldAfter) || isOneSided || isApart);
  return {
    start,
    end,
    units: countUnits(own, exact) + context + beside,
    context,
    score,
    isKnown,
    isDoubtful: isDoubtful || isOther,
  };
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

function countUnits(likeness: number, part: string): number {
  return part.length * Math.max(0, (likeness - ANY_LIKENESS) / (1 - ANY_LIKENESS));
}

/** The share of a text that stands in another, 0 where it is no more than chance. */
function likeness(text: string, wanted: string): number {
  if (text.length >= wanted.length && text.startsWith(wanted)) return 1;
  const [match] = search(text, wanted, Math.floor(wanted.length * (1 - ANY_LIKENESS)));
  return match ? 1 - match.errors / wanted.length : 0;
}

/** The place that stands out, or null: by what agrees there, or because it is nearer by far. */
function decide(all: Place[], at: number): Place | null {
  const places = all.some(({ isKnown }) => isKnown) ? all.filter(({ start, end }) => end > start) : all;
  const [best, ...rest] = places.toSorted((a, b) => b.units - a.units);
  if (!best) return null;
  const distance = ({ start }: Place) => Math.abs(start - at);
  const rivals = rest.filter(
    ({ start, end, units }) =>
      (Math.abs(start - best.start) > NEXT || (end === start && Math.abs(start - best.start) > BESIDE)) &&
      units >= best.units * DOUBT,
  );
  const nearer = rivals.find((rival) => distance(rival) * FAR < distance(best));
  if (nearer) return nearer.units >= best.units * RIVAL ? nearer : null;
  const isDoubted = rivals.some(
    (rival) =>
      (rival.end === rival.start && rival.units > best.context) ||
      (rival.units >= best.units * CLEAR && distance(rival) <= distance(best) * FAR),
  );
  return isDoubted ? null : best;
}
