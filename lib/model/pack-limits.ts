/** Longest texts a pack may hold, in UTF-16 units. */
export const PACK_LIMITS = {
  topics: 5_000,
  summary: 160,
  statement: 300,
  question: 200,
  name: 120,
  cue: 80,
} as const;
