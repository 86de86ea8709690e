import { expect } from 'vitest';
import { database } from '@/lib/db/database';
import { applyChange, EMPTY_STATE } from '@/lib/sync/merge';

/** The rows of all changes. */
export const listRows = () => database.changes.orderBy('i').toArray();

/** What every write must leave behind: the rows' changes alone give the stored state and note. */
export async function expectRowsToMakeState(id: string) {
  const rows = await database.changes.where('e').equals(id).toArray();
  const stored = await database.heads.get(id);
  const state = rows.map((row) => row.change).reduce(applyChange, EMPTY_STATE);
  expect(state.fields).toEqual(stored?.state.fields);
  expect(state.heads).toEqual(stored?.state.heads);
  expect(state.hidden).toEqual(stored?.state.hidden);
}
