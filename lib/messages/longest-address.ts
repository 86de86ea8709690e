/** Longest address of a page that a message may hold: as long as browsers let one be. */
export const LONGEST_ADDRESS = 2_100_000;
