/**
 * From selectors back to a place in a page that may have changed since. All is compared folded (`fold-page`).
 *
 * 1. Quote and context word for word where the position says, or at one other place.
 * 2. Else seeds of quote and context vote for places (`seeds`), and there approx-string-match looks for the quote.
 *    What agrees at a place, in quote and context, is counted in units: too little is no place, since a wrong place is
 *    worse than an orphan. So a long quote needs no context, and of a single letter all context must agree.
 * 3. Where two places agree equally well, the nearer one to the position is taken if it is nearer by far.
 */
import search from 'approx-string-match';
import type { Selectors } from '@/lib/model/note';
import { type Folded, fold, foldPage } from './fold-page';
import { type Seeds, sowSeeds, votePlaces } from './seeds';

/** Where selectors were found: half-open UTF-16 span in the page text; score 0..1, 1 is exact. */
export type Anchored = { start: number; end: number; score: number };

/** When to stop for a moment: `rest` is called whenever `isSpent` says that the slice is used up. */
export type Pace = { isSpent(): boolean; rest(): Promise<void> };

/** Most of a quote that may differ, counted in units. */
const MOST_ERRORS = 0.36;
/** A quote of fewer units must stand word for word. */
const SHORT = 8;
/** Of a short quote what stands before and what stands after must be so alike. */
const SHORT_LIKENESS = 0.6;
/** So many units must agree. */
const ENOUGH = 24;
/** Below this likeness texts agree in nothing: so alike are any two. */
const ANY_LIKENESS = 0.5;
/** Places that are looked at for one quote. */
const PLACES = 8;
/** So many units in a row show that a quote stands there. */
const RUN = 6;
/** Units by which the place may be off. */
const SLACK = 48;
/** Of a longer quote head and tail are looked for. */
const LONG = 1_024;
const HEAD = 256;

/** Selectors folded; `at` is the position's place in the folded page. */
type Wanted = { prefix: string; exact: string; suffix: string; at: number };
/** A place in the folded page; `units` of quote and context agree there. */
type Place = { start: number; end: number; units: number; score: number };

/** Finds each of the selectors in a page text; null for an orphan. The order is kept. */
export async function anchorAll(
  text: string,
  selectors: readonly Selectors[],
  pace: Pace,
): Promise<(Anchored | null)[]> {
  const page = await foldPage(text, pace);
  let seeds: Seeds | null = null;
  const anchored: (Anchored | null)[] = [];
  for (const one of selectors) {
    if (pace.isSpent()) await pace.rest();
    const wanted = toWanted(one, page);
    let place = findExact(page.text, wanted);
    if (!place && wanted.exact) {
      seeds ??= await sowSeeds(page.text, pace);
      place = findAlike(page.text, seeds, wanted);
    }
    anchored.push(place && toAnchored(page, place));
  }
  return anchored;
}

function toWanted({ quote, position }: Selectors, { offsets }: Folded): Wanted {
  let at = 0;
  for (let above = offsets.length; at < above; ) {
    const middle = (at + above) >> 1;
    if ((offsets[middle] as number) < position.start) at = middle + 1;
    else above = middle;
  }
  return { prefix: fold(quote.prefix), exact: fold(quote.exact), suffix: fold(quote.suffix), at };
}

function toAnchored({ offsets }: Folded, { start, end, score }: Place): Anchored {
  return { start: offsets[start] as number, end: (offsets[end - 1] as number) + 1, score };
}

/** Quote and context word for word. */
function findExact(text: string, { prefix, exact, suffix, at }: Wanted): Place | null {
  if (!exact) return null;
  const whole = prefix + exact + suffix;
  const places: Place[] = [];
  const add = (begin: number) => {
    const start = begin + prefix.length;
    places.push({ start, end: start + exact.length, units: whole.length, score: 1 });
  };
  if (at >= prefix.length && text.startsWith(whole, at - prefix.length)) add(at - prefix.length);
  else if (whole.length >= ENOUGH)
    for (let from = text.indexOf(whole); from >= 0; from = text.indexOf(whole, from + 1)) add(from);
  return places[0] ? decide(places, at) : null;
}

function findAlike(text: string, seeds: Seeds, wanted: Wanted): Place | null {
  const { exact, at } = wanted;
  if (exact.length > LONG) return findEnds(text, seeds, wanted);
  const places: Place[] = [];
  const most = exact.length < SHORT ? 0 : Math.floor(exact.length * MOST_ERRORS);
  const passage = wanted.prefix + exact + wanted.suffix;
  for (const begin of votePlaces(seeds, passage, PLACES)) {
    const from = Math.max(0, begin + wanted.prefix.length - SLACK);
    const to = begin + wanted.prefix.length + exact.length + SLACK + most;
    for (const { start, end, errors } of search(text.slice(from, Math.max(from, to)), exact, most)) {
      if (end > start) places.push(weigh(text, wanted, from + start, from + end, errors));
    }
  }
  const best = Math.max(...places.map(({ units }) => units));
  if (best < ENOUGH) return null;
  const place = decide(
    places.filter(({ units }) => units > best - 1),
    at,
  );
  return place && trim(text, exact, place);
}

/**
 * Takes from a place the beginning and end at which nothing of the quote stands: the search would rather take in what is
 * new there than miss what is gone.
 */
function trim(text: string, exact: string, place: Place): Place {
  const found = text.slice(place.start, place.end);
  const most = exact.length * MOST_ERRORS;
  let { start, end } = place;
  for (let at = 0; at < most; at++) {
    const stands = found.indexOf(exact.slice(at, at + RUN));
    if (stands < 0 || Math.abs(stands - at) > most) continue;
    if (at > RUN) start += stands;
    break;
  }
  for (let at = 0; at < most; at++) {
    const last = exact.length - at;
    const stands = found.lastIndexOf(exact.slice(Math.max(0, last - RUN), last));
    const left = found.length - stands - Math.min(RUN, last);
    if (stands < 0 || Math.abs(left - at) > most) continue;
    if (at > RUN) end -= left;
    break;
  }
  return start < end ? { ...place, start, end } : place;
}

/** A long quote is where its head and its tail are, if they are about as far apart as they were. */
function findEnds(text: string, seeds: Seeds, { prefix, exact, suffix, at }: Wanted): Place | null {
  const head = findAlike(text, seeds, {
    prefix,
    exact: exact.slice(0, HEAD),
    suffix: exact.slice(HEAD, HEAD + 32),
    at,
  });
  const tail = findAlike(text, seeds, {
    prefix: exact.slice(-HEAD - 32, -HEAD),
    exact: exact.slice(-HEAD),
    suffix,
    at: at + exact.length - HEAD,
  });
  if (!head || !tail) return null;
  const change = (tail.end - head.start) / exact.length;
  if (change < 0.7 || change > 1.4) return null;
  return { start: head.start, end: tail.end, units: ENOUGH, score: Math.min(head.score, tail.score) };
}

/** What agrees at a place at which the quote stands with so many errors. */
function weigh(text: string, wanted: Wanted, start: number, end: number, errors: number): Place {
  const { prefix, exact, suffix } = wanted;
  const parts = [
    { length: exact.length, likeness: 1 - errors / exact.length },
    {
      length: prefix.length,
      likeness: likeness(text.slice(Math.max(0, start - prefix.length), start), prefix),
    },
    { length: suffix.length, likeness: likeness(text.slice(end, end + suffix.length), suffix) },
  ];
  let units = 0;
  let alike = 0;
  const isLost =
    exact.length < SHORT && parts.some(({ length, likeness }) => length > 0 && likeness < SHORT_LIKENESS);
  for (const { length, likeness } of isLost ? [] : parts) {
    units += length * Math.max(0, (likeness - ANY_LIKENESS) / (1 - ANY_LIKENESS));
    alike += length * likeness;
  }
  return { start, end, units, score: alike / (prefix.length + exact.length + suffix.length) };
}

function likeness(text: string, wanted: string): number {
  if (text === wanted) return 1;
  const most = Math.floor(wanted.length * (1 - ANY_LIKENESS));
  const [match] = search(text, wanted, most);
  return match ? 1 - match.errors / wanted.length : 0;
}

/** Of places that agree equally well the one nearest to the position; null if another is nearly as near. */
function decide(places: Place[], at: number): Place | null {
  const distance = ({ start }: Place) => Math.abs(start - at);
  const [nearest, ...rest] = places.toSorted((a, b) => distance(a) - distance(b)) as [Place, ...Place[]];
  const other = rest.find(({ start, end }) => start >= nearest.end || end <= nearest.start);
  return other && distance(nearest) * 2 > distance(other) ? null : nearest;
}
