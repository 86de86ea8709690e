import search from 'approx-string-match';

/** Signs of a piece: a longer text is looked at in pieces, and so much beside it tells a quote from its twin. */
export const PIECE = 24;
/** Most pieces that are looked at. */
const PIECES = 32;
/** Of a quote that has a twin at least this share of the pieces stands elsewhere. */
const TWIN = 0.4;
/** Or it is so alike, all of it, to another place: such a place could be taken for it. */
const ALIKE = 0.3;
/** A shorter quote has no twin but word for word; of a longer one only the pieces are looked at. */
const SHORT = 8;
const LONG = 1_024;

/** On which sides of a quote that has a twin on the page no other place has the same; null for a quote without one. */
export type Telling = { before: boolean; after: boolean };

/** Whether most of a span of the text stands in it elsewhere, too, and on which sides it differs there; white space does not count. */
export function findTwin(text: string, start: number, end: number): Telling | null {
  const page = bare(text);
  const quote = bare(text.slice(start, end));
  if (!quote) return null;
  const at = bare(text.slice(0, start)).length;
  const isTwice = (from: number, to: number) => {
    const piece = page.slice(Math.max(0, from), to);
    return page.indexOf(piece) !== page.lastIndexOf(piece);
  };
  const beyond = at + quote.length;
  const step = Math.max(PIECE / 2, Math.ceil(quote.length / PIECES));
  let pieces = 0;
  let twice = 0;
  for (let from = 0; from === 0 || from + PIECE <= quote.length; from += step) {
    pieces++;
    twice += Number(isTwice(at + from, at + Math.min(from + PIECE, quote.length)));
  }
  const most = quote.length < SHORT || quote.length > LONG ? 0 : Math.floor(quote.length * ALIKE);
  const isAlike = (part: string) => most > 0 && search(part, quote, most).length > 0;
  if (twice < pieces * TWIN && !isAlike(page.slice(0, at)) && !isAlike(page.slice(beyond))) return null;
  const edge = Math.min(PIECE / 2, quote.length);
  const isBefore = isTwice(at - PIECE, at + edge);
  const isAfter = isTwice(beyond - edge, beyond + PIECE);
  // Where another place has both, or each has another place, neither side tells more than the other.
  return isBefore === isAfter ? { before: true, after: true } : { before: isAfter, after: isBefore };
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}
