import search, { type Match } from 'approx-string-match';

/** Units of a piece: a longer text is looked at in pieces, and so much beside it tells a quote from its twin. */
const PIECE = 24;
/** Most pieces that are looked at. */
const PIECES = 32;
/** Of a quote that has a twin at least this share of the pieces stands elsewhere. */
const TWIN = 0.4;
/** Or it is so alike, all of it, to another place: such a place could be taken for it. */
const ALIKE = 0.3;
/** A shorter quote has no twin but word for word; of a longer one only the pieces are looked at. */
const SHORT = 8;
const LONG = 1_024;

/** A piece that stands so often is of a page that repeats itself: what is alike there is found everywhere, one search for each place. */
const EVERYWHERE = 64;

/** On which sides of a quote that has a twin on the page no other place has the same; null for a quote without one. */
export type Telling = { before: boolean; after: boolean };

/**
 * What is found elsewhere of a quote: on which sides it differs there, and where all of it is alike; null where that would be everywhere.
 * On a page that repeats itself copies of it are not among them.
 */
export type Twin = { telling: Telling; alike: Match[] | null };

/** Whether most of a span of a folded text stands in it elsewhere, too; null where it does not. */
export function findTwin(page: string, start: number, end: number): Twin | null {
  const quote = page.slice(start, end);
  if (!quote) return null;
  const isTwice = (from: number, to: number) => {
    const piece = page.slice(Math.max(0, from), to);
    return page.indexOf(piece) !== page.lastIndexOf(piece);
  };
  const step = Math.max(PIECE / 2, Math.ceil(quote.length / PIECES));
  let pieces = 0;
  let twice = 0;
  let often = 0;
  for (let from = 0; from === 0 || from + PIECE <= quote.length; from += step) {
    pieces++;
    if (!isTwice(start + from, start + Math.min(from + PIECE, quote.length))) continue;
    twice++;
    often = Math.max(often, countPlaces(page, quote.slice(from, from + PIECE)));
  }
  const most = quote.length < SHORT || quote.length > LONG ? 0 : Math.floor(quote.length * ALIKE);
  const lookFor = (from: number, to: number): Match[] =>
    search(page.slice(from, to), quote, most).map((match) => ({
      ...match,
      start: from + match.start,
      end: from + match.end,
    }));
  const isTwin = twice >= pieces * TWIN;
  const isEverywhere = isTwin && often >= EVERYWHERE;
  let alike: Match[] | null = null;
  if (most === 0 || (isEverywhere && isTwice(start, end))) alike = [];
  else if (!isEverywhere) alike = [...lookFor(0, start), ...lookFor(end, page.length)];
  if (!isTwin && alike?.length === 0) return null;
  const edge = Math.min(PIECE / 2, quote.length);
  const isBefore = isTwice(start - PIECE, start + edge);
  const isAfter = isTwice(end - edge, end + PIECE);
  // Where another place has both, or each has another place, neither side tells more than the other.
  const telling = isBefore === isAfter ? { before: true, after: true } : { before: isAfter, after: isBefore };
  return { telling, alike };
}

/** At how many places a text stands in a page, as far as that is of interest. */
function countPlaces(page: string, text: string): number {
  let places = 0;
  for (let at = page.indexOf(text); at >= 0 && places < EVERYWHERE; at = page.indexOf(text, at + 1)) places++;
  return places;
}
