/**
 * The ends of a place, by what stands in a row of the quote and of what surrounds it: where the end of the context
 * stands there the quote begins, and where a part of the quote is gone it ends at what is left.
 *
 * 1. All runs of units that both have are found by their first four.
 * 2. Of the longest of them the chain is taken that covers most (O(n²)).
 */
import type { Found, Wanted } from './place';

/** Shorter runs are chance. */
const RUN = 4;
/** Where chance brings more (DNA, digits) the longest are looked at: no step takes longer than these. */
const MOST_RUNS = 256;
/** What is new between two runs costs this much of what they cover. */
const PER_NEW = 0.14;
/** This many units on each side show that an end is where it was. */
const WHOLE = 8;
/** Units around the end that are looked at, besides the share of the quote that may be gone. */
const AROUND = 64;
const SHARE = 0.36;
/**
 * Between two parts of a quote no more may be new than this, or this share of it, nor more than the smaller part and what
 * of its context stands beside it: else the larger part is it.
 */
const MOST_NEW = 24;
const MOST_NEW_SHARE = 0.25;

/** A run of the quote and its context that stands in the text. */
type Run = { from: number; at: number; length: number };

/** The place with its ends where the quote begins and ends in the text; `isSure` where what stands there tells both. */
export function trimPlace(
  text: string,
  { prefix, exact, suffix }: Pick<Wanted, 'prefix' | 'exact' | 'suffix'>,
  place: Found,
): Found & { isSure: boolean } {
  if (text.slice(place.start, place.end) === exact) return { ...place, isSure: true };
  const { length } = exact;
  const reach = AROUND + Math.ceil(length * SHARE);
  const from = Math.max(0, place.start - prefix.length - AROUND);
  const to = Math.min(text.length, place.end + suffix.length + AROUND);
  const head = isWhole(text, prefix, exact, place.start)
    ? { at: place.start - from, isSure: true }
    : findBeginning(
        text.slice(from, Math.min(place.end + AROUND, place.start + reach + AROUND)),
        prefix,
        exact.slice(0, reach),
        length,
        place.start - from,
      );
  const tail = isWhole(text, exact, suffix, place.end)
    ? { at: to - place.end, isSure: true }
    : findBeginning(
        reverse(text.slice(Math.max(0, place.start - AROUND, place.end - reach - AROUND), to)),
        reverse(suffix),
        reverse(exact.slice(-reach)),
        length,
        to - place.end,
      );
  const start = from + head.at;
  const end = to - tail.at;
  return start < end
    ? { ...place, start, end, isSure: head.isSure && tail.isSure }
    : { ...place, isSure: false };
}

/** Whether on both sides of a place stands what stood there, so that no end need be looked for. */
function isWhole(text: string, before: string, after: string, at: number): boolean {
  const [left, right] = [before.slice(-WHOLE), after.slice(0, WHOLE)];
  return left.length + right.length === 2 * WHOLE && text.startsWith(left + right, at - WHOLE);
}

/**
 * Where the quote begins in the text, which it may do in the middle of: `otherwise` where nothing of it stands there.
 * `whole` is the length of all of the quote.
 */
function findBeginning(
  text: string,
  context: string,
  quote: string,
  whole: number,
  otherwise: number,
): { at: number; isSure: boolean } {
  const edge = context.length;
  const chain = chainRuns(findRuns(context + quote, text));
  const most = Math.max(MOST_NEW, whole * MOST_NEW_SHARE);
  let first = chain.findIndex((run) => run.from + run.length > edge);
  if (first < 0) return { at: otherwise, isSure: false };
  // The quote is where its larger part is.
  for (let next = first + 1; next < chain.length; next++) {
    const [run, later] = [chain[next - 1] as Run, chain[next] as Run];
    const fresh = later.at - run.at - run.length;
    const own = run.from + run.length - edge;
    const net = fresh - (later.from - run.from - run.length);
    // What stands right beside its context belongs to it, however little.
    const kept = run.from + run.length - Math.min(edge, (chain[first] as Run).from);
    if (net > Math.min(most, kept) && own < whole / 2) first = next;
  }
  const run = chain[first] as Run;
  if (run.from <= edge) return { at: run.at + edge - run.from, isSure: true };
  const isCut = first > 0 && (chain[first - 1] as Run).from + (chain[first - 1] as Run).length > edge;
  const earlier = isCut ? undefined : chain[first - 1];
  const gone = run.from - edge;
  if (!earlier) return { at: run.at, isSure: gone <= RUN };
  const missing = edge - earlier.from - earlier.length;
  const end = earlier.at + earlier.length;
  const fresh = run.at - end;
  if (fresh > (gone + missing) * 1.5 + RUN) return { at: run.at, isSure: missing === 0 };
  return { at: end + Math.round((fresh * missing) / (missing + gone)), isSure: missing <= RUN };
}

/** Runs of units that both have, the longest, in the order of the first. */
function findRuns(wanted: string, text: string): Run[] {
  const places = new Map<string, number[]>();
  for (let from = 0; from + RUN <= wanted.length; from++) {
    const seed = wanted.slice(from, from + RUN);
    const known = places.get(seed);
    if (known) known.push(from);
    else places.set(seed, [from]);
  }
  const runs: Run[] = [];
  for (let at = 0; at + RUN <= text.length; at++) {
    for (const from of places.get(text.slice(at, at + RUN)) ?? []) {
      // Else it is within a run that began earlier.
      if (from > 0 && at > 0 && wanted[from - 1] === text[at - 1]) continue;
      let length = RUN;
      while (from + length < wanted.length && wanted[from + length] === text[at + length]) length++;
      runs.push({ from, at, length });
    }
  }
  const longest =
    runs.length > MOST_RUNS ? runs.toSorted((a, b) => b.length - a.length).slice(0, MOST_RUNS) : runs;
  return longest.sort((a, b) => a.from - b.from);
}

/** The chain of runs that covers most, less what is new between them; none overlaps the next. */
function chainRuns(runs: readonly Run[]): Run[] {
  const covered: number[] = [];
  const before: number[] = [];
  let best = -1;
  for (const [index, { from, at, length }] of runs.entries()) {
    covered[index] = length - RUN + 1;
    before[index] = -1;
    for (let other = 0; other < index; other++) {
      const earlier = runs[other] as Run;
      // Runs of one diagonal may overlap those of another: the later one gives way.
      const over = Math.max(0, earlier.from + earlier.length - from, earlier.at + earlier.length - at);
      if (earlier.at >= at || length - over < RUN) continue;
      const fresh = at - earlier.at - earlier.length + (from - earlier.from - earlier.length) + 2 * over;
      const both = (covered[other] as number) + length - over - RUN + 1 - fresh * PER_NEW;
      if (both > (covered[index] as number)) {
        covered[index] = both;
        before[index] = other;
      }
    }
    if (best < 0 || (covered[index] as number) > (covered[best] as number)) best = index;
  }
  const chain: Run[] = [];
  for (let at = best; at >= 0; at = before[at] as number) chain.unshift(runs[at] as Run);
  return chain.map((run, index) => {
    const earlier = chain[index - 1];
    const over = earlier
      ? Math.max(0, earlier.from + earlier.length - run.from, earlier.at + earlier.length - run.at)
      : 0;
    return { from: run.from + over, at: run.at + over, length: run.length - over };
  });
}

/** The text from its end. */
export function reverse(text: string): string {
  return text.split('').reverse().join('');
}
