/**
 * Where two readings of a text part: what stands before that place is told by nothing behind it, as long as nothing that is
 * known stands there.
 */

/**
 * A mark on either side that parts words, addresses, and what stands beside a mention; one before that ends a clause, a space
 * behind it; the beginning.
 */
const SEAM = /(?<=[,;()]|^)|(?=[,;()])|(?<=[!?:]|\w\w\.)(?= )/y;

/** So far back from where they part a seam is looked for, in UTF-16 units. */
const REACH = 1_000;

/** The last place up to which two texts are alike, and across which no term, cue or address reaches in either; 0 where none is near. */
export function findSeam(before: string, after: string): number {
  let alike = 0;
  // By slices: to compare unit by unit, or to ask what a text starts with, takes many times as long. Most texts only go on.
  for (let high = before.length, at = high; alike < high; at = (alike + high + 1) >> 1) {
    if (before.slice(0, at) === after.slice(0, at)) alike = at;
    else high = at - 1;
  }
  for (let left = REACH; left--; alike--) if (isSeam(after, alike) && isSeam(before, alike)) return alike;
  return 0;
}

function isSeam(text: string, at: number): boolean {
  SEAM.lastIndex = at;
  return at === text.length || SEAM.test(text);
}
