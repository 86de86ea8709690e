/**
 * Which of the places at which something agrees is the one: the one that is known; where as many are alike as were when the
 * note was made, the one that was that in their order. Of others that agree about as well the one nearest to the position if
 * it is nearer by far, else none. Nor is any where more of the surroundings stands elsewhere without the quote, except of a
 * quote that is known: that has moved.
 */
import { NEAR, PLACES, type Place, type Wanted } from './place';

/** As well: so much of what agrees at the best place agrees there, too. */
const RIVAL = 0.8;
/** Nearer by far: by this factor. */
const FAR = 20;

/** The place that stands out; null for none. */
export function decidePlace(
  all: readonly Place[],
  { at, twins }: Pick<Wanted, 'at' | 'twins'>,
): Place | null {
  const known = all.filter(({ isKnown }) => isKnown);
  if (known.length === 0 && twins && twins.of > 1 && twins.of < PLACES) {
    const alike = listAlike(all);
    const nth = alike.length === twins.of ? alike[twins.nth] : undefined;
    if (nth) return nth.isWeak ? null : nth;
  }
  const place = findBest(known.length > 0 ? known : all, at);
  return !place || place.isWeak || place.isOther ? null : place;
}

/** The places that agree about as well as the best one, in the order of the page; none overlaps another. */
export function listAlike(places: readonly Place[]): Place[] {
  const real = places.filter(({ start, end }) => end > start).toSorted((a, b) => b.units - a.units);
  const alike: Place[] = [];
  for (const place of real) {
    const isAlike = place.units >= (real[0] as Place).units * RIVAL;
    if (isAlike && alike.every(({ start, end }) => place.end <= start || place.start >= end))
      alike.push(place);
  }
  return alike.sort((a, b) => a.start - b.start);
}

function findBest(places: readonly Place[], at: number): Place | null {
  const [best, ...rest] = places.toSorted((a, b) => b.units - a.units);
  if (!best) return null;
  const distance = ({ start }: Place) => Math.abs(start - at);
  // Places about the same share their context: the better one is it.
  const rivals = rest.filter(
    ({ start, units }) => Math.abs(start - best.start) > NEAR && units >= best.units * RIVAL,
  );
  const nearer = rivals.find((rival) => distance(rival) * FAR < distance(best));
  if (nearer) return nearer;
  const isDoubted = rivals.some((rival) =>
    rival.end === rival.start ? rival.units > best.context : distance(rival) <= distance(best) * FAR,
  );
  return isDoubted ? null : best;
}
