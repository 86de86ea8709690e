/** Longest texts of a note, in UTF-16 units. */
export const NOTE_LIMITS = {
  body: 100_000,
  quote: 10_000,
  context: 64,
  surroundings: 128,
  title: 1_000,
  url: 4_000,
  tag: 60,
  tags: 50,
  topics: 50,
  fact: 260,
  /** As long as an event of a pack may be: it can be exported as one. */
  event: 300,
} as const;
