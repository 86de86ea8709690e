import type { CueTables } from './layout';
import { type NumberSet, toNumberSet } from './number-set';

/**
 * The cue tables as they are stored. Many rules ask for the same lists of cues, so each list stands once, and a rule or
 * regime has its place; topics stand in the rule itself.
 */
export type StoredTables = CueTables<number | number[]> & { lists: number[][] };

/** The tables as `judge` reads them, made of the stored ones in their place. */
export function expandLists(stored: StoredTables): CueTables {
  const lists = stored.lists.map(toNumberSet);
  for (const one of [...stored.rules, ...Object.values(stored.regimes).flat()] as Record<string, unknown>[]) {
    for (const field in one) {
      const value = one[field];
      if (Array.isArray(value)) one[field] = toNumberSet(value);
      else if (field !== 'topic' && typeof value === 'number') one[field] = lists[value] as NumberSet;
    }
  }
  return stored as unknown as CueTables;
}
