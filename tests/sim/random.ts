/** Chance that a seed decides: the same seed, the same run. */
export type Chance = {
  /** A number from 0 up to, not including, 1. */
  next: () => number;
  /** True with this probability. */
  hits: (probability: number) => boolean;
  /** A whole number from 0 up to, not including, `below`. */
  below: (below: number) => number;
  /** One of them; `undefined` where there is none. */
  pick: <T>(from: readonly T[]) => T | undefined;
  /** That many hexadecimal digits. */
  hex: (digits: number) => string;
  /** 16 characters of base64url, as ids of notes and changes are. */
  id: () => string;
};

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Chance from a seed (mulberry32, 32 bits of state: plenty for a simulation, nothing else). */
export function makeChance(seed: number): Chance {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  const spell = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[below(alphabet.length)]).join('');
  return {
    next,
    below,
    hits: (probability) => next() < probability,
    pick: (from) => from[below(from.length)],
    hex: (digits) => spell('0123456789abcdef', digits),
    id: () => spell(BASE64URL, 16),
  };
}
