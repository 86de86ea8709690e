/**
 * Where a quote stands that is not found word for word. What agrees at a place, in quote and in context, is counted in
 * units of the folded text. Of places that agree about as well the one nearest to the position is taken if it is nearer
 * by far, else the one that agrees better by far, else none.
 */
import search from 'approx-string-match';
import type { Pace } from './anchor';
import { ENOUGH, type Place, type Wanted } from './place';
import { type Seeds, votePlaces } from './seeds';
import { trimPlace } from './trim-place';

/** Most of a quote that may differ; and by how much a rival may differ more than the best place so far. */
const MOST_ERRORS = 0.36;
const MORE_ERRORS = 0.15;
/** What is tried first: less takes less time. */
const FEW_ERRORS = 0.15;
/** A quote of fewer units must stand word for word. */
const SHORT = 8;
/** Of a short quote what stands before and what stands after must be so alike; or one of both must be `INTACT`. */
const SHORT_LIKENESS = 0.6;
const INTACT = 0.9;
/** Even so a quote of fewer units needs both. */
const SHORTEST = 3;
/** Below this likeness texts agree in nothing: so alike are any two. */
const ANY_LIKENESS = 0.5;
/** A quote of so many units that stands at one place alone needs no context. */
const ALONE = 14;
/** A quote that differs needs so many units of context, or to be so alike. */
const CHANGED_CONTEXT = 12;
const CHANGED_LIKENESS = 0.8;
/** What differs at a place of which less than this is alike is another text. */
const LIMIT = 0.5;
/** A place is a rival of the best if this share of what agrees there agrees at it, too. */
const RIVAL = 0.6;
/** Places no farther apart than this share their context: the better one is it. */
const NEXT = 64;
/** Units on each side that, standing right beside a place, tell it from the same letters a little farther on. */
const BESIDE = 4;
/** Nearer by far: by this factor. */
const FAR = 6;
/** Better by far: a rival at which less than this share agrees. */
const CLEAR = 0.85;
/** Places that are looked at for one quote. */
const PLACES = 6;
/** Units by which a place may be off. */
const SLACK = 64;
/** Of a longer quote the beginning and the end are looked for, so many units of each. */
const LONG = 1_024;
const END = 256;

/** The place; null for none. */
export async function findAlike(
  text: string,
  seeds: Seeds,
  wanted: Wanted,
  pace: Pace,
): Promise<Place | null> {
  const { prefix, exact, suffix, at } = wanted;
  if (exact.length > LONG) return findEnds(text, seeds, wanted, pace);
  const places: Place[] = [];
  const add = (start: number, end: number, errors: number) => {
    if (end > start && !places.some((place) => place.start === start && place.end === end))
      places.push(weigh(text, wanted, start, end, errors));
  };
  let most = exact.length < SHORT ? 0 : Math.floor(exact.length * MOST_ERRORS);
  const few = Math.floor(exact.length * FEW_ERRORS);
  for (const begin of votePlaces(seeds, prefix + exact + suffix, PLACES)) {
    if (pace.isSpent()) await pace.rest();
    const from = Math.max(0, begin + prefix.length - SLACK);
    const part = text.slice(from, Math.max(from, begin + prefix.length + exact.length + SLACK + most));
    let found = search(part, exact, Math.min(few, most));
    if (found.length === 0 && most > few) found = search(part, exact, most);
    for (const { start, end, errors } of found) add(from + start, from + end, errors);
    if (found[0]) most = Math.min(most, Math.floor(found[0].errors + exact.length * MORE_ERRORS));
  }
  const first = exact.length >= ALONE ? text.indexOf(exact) : -1;
  if (first >= 0 && text.indexOf(exact, first + 1) < 0) {
    const place = weigh(text, wanted, first, first + exact.length, 0);
    places.push({ ...place, units: place.units + ENOUGH });
  }
  const place = decide(
    places.filter(({ units }) => units >= ENOUGH),
    at,
  );
  return place && trimPlace(text, exact, place);
}

/** A long quote is where its beginning and its end are, if they are about as far apart as they were. */
async function findEnds(
  text: string,
  seeds: Seeds,
  { prefix, exact, suffix, at }: Wanted,
  pace: Pace,
): Promise<Place | null> {
  const last = exact.length - END;
  const head = { prefix, exact: exact.slice(0, END), suffix: exact.slice(END, 2 * END), at };
  const tail = { prefix: exact.slice(last - END, last), exact: exact.slice(last), suffix, at: at + last };
  const first = await findAlike(text, seeds, head, pace);
  const final = first && (await findAlike(text, seeds, tail, pace));
  if (!final) return null;
  const change = Math.abs(final.end - first.start - exact.length);
  if (change > exact.length * MOST_ERRORS) return null;
  return { start: first.start, end: final.end, units: ENOUGH, score: Math.min(first.score, final.score) };
}

/** What agrees at a place at which the quote stands with so many errors. */
function weigh(
  text: string,
  { prefix, exact, suffix }: Wanted,
  start: number,
  end: number,
  errors: number,
): Place {
  const own = 1 - errors / exact.length;
  const before = likeness(text.slice(Math.max(0, start - prefix.length), start), prefix);
  const after = likeness(text.slice(end, end + suffix.length), suffix);
  const isAfter = text.startsWith(prefix.slice(-BESIDE), start - Math.min(BESIDE, prefix.length));
  const beside = BESIDE * (Number(isAfter) + Number(text.startsWith(suffix.slice(0, BESIDE), end)));
  const context = countUnits(before, prefix) + countUnits(after, suffix);
  const alike = own * exact.length + before * prefix.length + after * suffix.length;
  const score = alike / (prefix.length + exact.length + suffix.length);
  const isDoubtful =
    exact.length < SHORT
      ? Math.min(before, after) < SHORT_LIKENESS &&
        (Math.max(before, after) < INTACT || exact.length < SHORTEST)
      : errors > 0 && ((context < CHANGED_CONTEXT && own < CHANGED_LIKENESS) || score < LIMIT);
  return { start, end, units: isDoubtful ? 0 : countUnits(own, exact) + context + beside, score };
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

function decide(places: Place[], at: number): Place | null {
  const [best, ...rest] = places.toSorted((a, b) => b.units - a.units);
  if (!best) return null;
  const rivals = rest.filter(
    ({ start, units }) => units >= best.units * RIVAL && Math.abs(start - best.start) > NEXT,
  );
  if (!rivals[0]) return best;
  const distance = ({ start }: Place) => Math.abs(start - at);
  const [nearest, other] = [best, ...rivals].toSorted((a, b) => distance(a) - distance(b)) as [Place, Place];
  if (distance(nearest) * FAR < distance(other)) return nearest;
  return rivals[0].units < best.units * CLEAR ? best : null;
}
