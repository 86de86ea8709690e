/** How rules are stored: many ask for the same lists of cues, so each list stands once and a rule says which. */
import type { CueTables } from './layout';

/** A rule with the number of a list in place of each list. */
type StoredRule = Record<string, string | boolean | number>;

/** The tables as they are stored. */
export type StoredTables = Omit<CueTables, 'rules'> & { lists: number[][]; rules: StoredRule[] };

/** The tables as they are stored; the other way: `expandLists`. */
export function shareLists(tables: CueTables): StoredTables {
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
  for (const rule of stored.rules as Record<string, unknown>[]) {
    for (const field in rule) {
      if (typeof rule[field] === 'number') rule[field] = stored.lists[rule[field]];
    }
  }
  return stored as CueTables;
}
