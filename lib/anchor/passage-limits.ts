/**
 * Longest texts of a passage, in UTF-16 units: a quote, longer than any that is kept, and the context that is taken along
 * on each side, of which white space, still to be evened out, may be most.
 */
export const PASSAGE_LIMITS = { quote: 40_000, context: 2_000 } as const;
