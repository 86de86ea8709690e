import type { Place } from './place';

/** So many units in a row show that a quote stands there; so many do near its ends. */
const RUN = 10;
const EDGE = 4;
/** Most of a quote that may have changed at one end. */
const MOST_CHANGED = 0.36;

/**
 * The place with its ends where the first and the last of the quote stand: the search would rather take in what is new
 * there than miss what is gone, and gives up words beyond a longer one.
 */
export function trimPlace(text: string, exact: string, place: Place): Place {
  const found = text.slice(place.start, place.end);
  if (found === exact) return place;
  const before = text.slice(Math.max(0, place.start - exact.length), place.start);
  const after = text.slice(place.end, place.end + exact.length);
  const start = place.start + findBeginning(before, found, exact);
  const end = place.end - findBeginning(reverse(after), reverse(found), reverse(exact));
  return start < end ? { ...place, start, end } : place;
}

/** Where the quote begins, from where `found` does; negative for a place in what stands `before` it. */
function findBeginning(before: string, found: string, exact: string): number {
  const most = exact.length * MOST_CHANGED;
  for (let at = 0; at < most; at++) {
    const stands = found.indexOf(exact.slice(at, at + RUN));
    if (stands < 0 || Math.abs(stands - at) > Math.max(at, RUN)) continue;
    const reach = Math.ceil(at * 1.5) + EDGE;
    const near = (before + found.slice(0, stands)).slice(-reach);
    for (let edge = 0; edge < at; edge++) {
      const begins = near.indexOf(exact.slice(edge, edge + EDGE));
      if (begins >= 0) return stands - near.length + begins;
    }
    return stands;
  }
  return 0;
}

/** The text from its end. */
export function reverse(text: string): string {
  return text.split('').reverse().join('');
}
