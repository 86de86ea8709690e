/**
 * Where a quote stands that is not found word for word: seeds vote for places (`seeds`), approx-string-match looks for the
 * quote there, what agrees is weighed (`weigh-place`) and decides (`decide-place`).
 */
import search, { type Match } from 'approx-string-match';
import type { Pace } from './anchor';
import { decidePlace } from './decide-place';
import type { Folded } from './fold-page';
import {
  BESIDE,
  ENOUGH,
  type Found,
  KNOWN,
  MOST_CHANGE,
  MOST_ERRORS,
  PLACES,
  type Place,
  SHORT,
  type Wanted,
} from './place';
import { type Seeds, votePlaces } from './seeds';
import { trimPlace } from './trim-place';
import { ANY_LIKENESS, countUnits, weighPlace } from './weigh-place';

/** What is tried first: fewer errors take less time. */
const FEW_ERRORS = 0.15;
/** By how much of its length a place may be longer or shorter than the quote if an end of it is in doubt. */
const DOUBTFUL_CHANGE = 0.22;
/** Places are looked at that have this share of the best one's votes; of a quote that has a twin, this. */
const VOTES = 0.5;
const FEW_VOTES = 0.25;
/** Units by which a place may be off. */
const SLACK = 64;
/** Of a longer quote only the beginning and the end are looked for, this many units of each. */
const LONG = 1_024;
const END = 384;
/** Of a longer quote each half is looked for by itself: a search is a step without a rest. */
const STEP = 512;

/** Of a quote and its context at least this share is context where that, without the quote, says that it is gone. */
const LEAST_AROUND = 0.4;

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
    places.push(weighPlace(page, wanted, { start, end, errors }));
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
  const place = decidePlace(places, wanted);
  return place && place.units >= ENOUGH ? settle(text, wanted, place, breathe) : null;
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
    // It was the whole quote that was compared.
    twins: null,
  };
  const tail = {
    prefix: exact.slice(last - END, last),
    exact: exact.slice(last),
    suffix,
    at: at + last,
    cutBefore: '',
    cutAfter: '',
    telling,
    twins: null,
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
  if (!prefix || !suffix || around < (around + exact.length) * LEAST_AROUND) return null;
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
    row: 0,
    before: 0,
    after: 0,
    isKnown: false,
    isWeak: true,
    isOther: true,
  };
}
