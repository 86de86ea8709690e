/** The sections of a card, in their order. */
export const SECTIONS = [
  'background',
  'insights',
  'timeline',
  'figures',
  'page',
  'sources',
  'notes',
] as const;

/** One of the sections of a card. */
export type SectionName = (typeof SECTIONS)[number];
