import type { Place } from './place';

/** So many units in a row show that a quote stands there; so many do at its edge. */
const RUN = 10;
const EDGE = 4;
/** Most of a quote that is cut off at one end. */
const MOST_CUT = 0.36;

/**
 * Takes from a place the beginning and end at which nothing of the quote stands: the search would rather take in what is
 * new there than miss what is gone.
 */
export function trimPlace(text: string, exact: string, place: Place): Place {
  const found = text.slice(place.start, place.end);
  if (found === exact) return place;
  const start = place.start + findBeginning(found, exact);
  const end = place.end - findBeginning(reverse(found), reverse(exact));
  return start < end ? { ...place, start, end } : place;
}

/** Where in what was found the quote begins. */
function findBeginning(found: string, exact: string): number {
  const most = exact.length * MOST_CUT;
  for (let at = 0; at < most; at++) {
    const stands = found.indexOf(exact.slice(at, at + RUN));
    if (stands < 0 || Math.abs(stands - at) > most) continue;
    const edge = found.slice(0, stands).indexOf(exact.slice(0, EDGE));
    return edge >= 0 ? edge : at > RUN ? stands : 0;
  }
  return 0;
}

function reverse(text: string): string {
  return text.split('').reverse().join('');
}
