/**
 * Where on a page a passage may stand, although not word for word: every four units of it (a seed) are looked up in a
 * hash of the page, and the places vote for where the passage would begin. Rare seeds weigh more than common ones.
 */
import type { Pace } from './anchor';

/** Each step shifts the hash by four of its sixteen bits, so that it knows the last four units only. */
const HASHES = 0x10000;
const SEED = 4;
/** Votes within so many units are for the same place: words that came or went move the later ones. */
const PLACE_BITS = 5;
/** Seeds that stand in more places than this say little, and would take long. */
const COMMON = 32;
/** About how many seeds of one passage are asked at most. */
const ASKED = 100;
const STRIDE = 4_096;

/** `last[hash]` is the last place of a seed, `earlier[place]` the place of the same hash before it, -1 where none is. */
export type Seeds = { last: Int32Array; earlier: Int32Array };

/** Hashes every seed of a folded page. */
export async function sowSeeds(text: string, pace: Pace): Promise<Seeds> {
  const seeds: Seeds = {
    last: new Int32Array(HASHES).fill(-1),
    earlier: new Int32Array(text.length),
  };
  const { last, earlier } = seeds;
  let hash = 0;
  for (let from = 0; from < text.length; from += STRIDE) {
    if (pace.isSpent()) await pace.rest();
    const to = Math.min(from + STRIDE, text.length);
    for (let at = from; at < to; at++) {
      hash = addUnit(hash, text.charCodeAt(at));
      earlier[at] = last[hash] as number;
      last[hash] = at;
    }
  }
  return seeds;
}

/**
 * Where the folded passage may begin, the likeliest first, to within 64 units; may be negative. `least` is the share of
 * the most votes that a place must have.
 */
export function votePlaces({ last, earlier }: Seeds, passage: string, most: number, least: number): number[] {
  /** Of the page's beginning: a passage may begin before it. */
  const first = (passage.length >> PLACE_BITS) + 1;
  const votes = new Float32Array(first + (earlier.length >> PLACE_BITS) + 2);
  const step = Math.ceil(passage.length / ASKED);
  let hash = 0;
  for (let at = 0; at < passage.length; at++) {
    hash = addUnit(hash, passage.charCodeAt(at));
    if (at < SEED - 1 || at % step) continue;
    let count = 0;
    for (let place = last[hash] as number; place >= 0 && count <= COMMON; place = earlier[place] as number)
      count++;
    if (count > COMMON) continue;
    for (let place = last[hash] as number; place >= 0; place = earlier[place] as number)
      (votes[first + ((place - at) >> PLACE_BITS)] as number) += 1 / count;
  }
  const places: number[] = [];
  let enough = 0;
  while (places.length < most) {
    let best = 0;
    let vote = 0;
    for (let place = 0; place + 1 < votes.length; place++) {
      const both = (votes[place] as number) + (votes[place + 1] as number);
      if (both > vote) [best, vote] = [place, both];
    }
    enough ||= vote * least;
    if (vote === 0 || vote < enough) break;
    votes.fill(0, best, best + 2);
    places.push((best - first) << PLACE_BITS);
  }
  return places;
}

function addUnit(hash: number, unit: number): number {
  return ((hash << 4) ^ unit) & (HASHES - 1);
}
