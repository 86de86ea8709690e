/** The sections of a card, in their order. */
export const SECTIONS = [
  'background',
  'insights',
  'timeline',
  'figures',
  'page',
  'notes',
  'sources',
] as const;

/** One of the sections of a card. */
export type SectionName = (typeof SECTIONS)[number];

/** Whether a word names a section. */
export function isSectionName(word: string | null): word is SectionName {
  return SECTIONS.some((name) => name === word);
}
