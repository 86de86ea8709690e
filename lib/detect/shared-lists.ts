/** How rules are stored: many ask for the same lists of cues, so each list stands once and a rule says which. */
import type { CueTables } from './layout';
import { toNumberSet } from './number-set';

/** A rule with the number of a list in place of each list. */
type StoredRule = Record<string, string | boolean | number>;

/** The tables as they are stored. */
export type StoredTables = Omit<CueTables<number[]>, 'rules'> & { lists: number[][]; rules: StoredRule[] };

/** The tables as they are stored; the other way: `expandLists`. */
export function shareLists(tables: CueTables<number[]>): StoredTables {
  const numbers = new Map<string, number>();
  const lists: number[][] = [];
  const share = (list: number[]) => {
    const key = list.join();
    const number = numbers.get(key) ?? lists.push(list) - 1;
    numbers.set(key, number);
    return number;
  };
  const rules = tables.rules.map((rule) =>
    Object.fromEntries(
      Object.entries(rule).map(([field, value]) => [field, Array.isArray(value) ? share(value) : value]),
    ),
  );
  return { ...tables, lists, rules };
}

/** The tables as `judge` reads them, made of the stored ones in their place. */
export function expandLists(stored: StoredTables): CueTables {
  const lists = stored.lists.map(toNumberSet);
  for (const rule of stored.rules as Record<string, unknown>[]) {
    for (const field in rule) {
      if (typeof rule[field] === 'number') rule[field] = lists[rule[field]];
    }
  }
  for (const regime of Object.values(stored.regimes).flat() as Record<string, unknown>[]) {
    for (const field in regime) {
      if (Array.isArray(regime[field])) regime[field] = toNumberSet(regime[field]);
    }
  }
  return stored as unknown as CueTables;
}
