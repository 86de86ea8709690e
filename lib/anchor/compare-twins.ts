import type { Match } from 'approx-string-match';
import type { Twins } from '@/lib/model/note';
import { listAlike } from './decide-place';
import type { Folded } from './fold-page';
import type { Wanted } from './place';
import { weighPlace } from './weigh-place';

/** Most places that are compared where the quote stands word for word, and matches of a quote that differ. */
const MOST = 16;
/** Most places that are looked at for them: a single letter may stand at a hundred thousand. */
const LOOKED_AT = 4_096;

/** Compares a quote, where it stands on its page, with the places that could be taken for it: those of `alike`, and where it stands word for word. */
export function compareTwins(page: Folded, wanted: Wanted, alike: readonly Match[]): Twins {
  const own = { start: wanted.at, end: wanted.at + wanted.exact.length, errors: 0 };
  const places = [...findCopies(page.text, wanted), ...alike.slice(0, MOST)]
    .filter(({ start, end }) => end <= own.start || start >= own.end)
    .map((match) => weighPlace(page, wanted, match));
  const all = listAlike([weighPlace(page, wanted, own), ...places]);
  const most = (part: 'before' | 'after' | 'row') => Math.max(0, ...places.map((place) => place[part]));
  // Rounded up: no twin is more alike than is said.
  return {
    before: Math.ceil(most('before') * 100) / 100,
    after: Math.ceil(most('after') * 100) / 100,
    row: most('row'),
    nth: Math.max(
      0,
      all.findIndex(({ start }) => start === own.start),
    ),
    of: all.length,
  };
}

/** The other places where the quote stands word for word, no two of them over each other: those with the most in a row beside them. */
function findCopies(text: string, { prefix, exact, suffix, at }: Wanted): Match[] {
  const copies: (Match & { row: number })[] = [];
  for (
    let start = text.indexOf(exact);
    start >= 0 && copies.length < LOOKED_AT;
    start = text.indexOf(exact, start + exact.length)
  ) {
    const end = start + exact.length;
    let before = 0;
    while (before < prefix.length && text[start - before - 1] === prefix[prefix.length - before - 1])
      before++;
    let after = 0;
    while (after < suffix.length && text[end + after] === suffix[after]) after++;
    if (start !== at) copies.push({ start, end, errors: 0, row: before + after });
  }
  return copies.sort((a, b) => b.row - a.row).slice(0, MOST);
}
