import type { CueTables } from './layout';
import { type NumberSet, toNumberSet } from './number-set';

/**
 * The cue tables as they are stored. Many rules ask for the same lists of cues, so each list stands once, and a rule or
 * regime has its place; topics stand in the rule itself.
 */
export type StoredTables = CueTables<number | NumberSet> & { lists: number[][] };

/** The tables as `judge` reads them, made of the stored ones in their place. */
export function expandLists(stored: StoredTables): CueTables {
  const lists = stored.lists.map(toNumberSet);
  for (const one of [stored.rules, stored.regimes].flatMap(Object.values).flat()) {
    for (const field in one) {
      if (field !== 'topic' && typeof one[field] === 'number') one[field] = lists[one[field]];
    }
  }
  return stored as unknown as CueTables;
}
