import type { AddedRow } from './database';
import { readsOf } from './reads';
import { withDatabase } from './with-database';

/** What the packs that the reader added hold on any of these topics. */
export function listAddedOfTopics(ids: string[], reads = readsOf()): Promise<AddedRow[]> {
  return reads.rows('added', 'topics', ids);
}

/** All that the reader added, pack by pack. */
export function listAdded(): Promise<AddedRow[]> {
  return withDatabase(({ added }) => added.toArray());
}

/** Puts the rows of a pack in the place of those that it had. Resolves with how many these were. */
export function replaceAdded(pack: string, rows: AddedRow[]): Promise<number> {
  return withDatabase((database) =>
    database.transaction('rw', database.added, async () => {
      const gone = await database.added.where('pack').equals(pack).delete();
      await database.added.bulkPut(rows);
      return gone;
    }),
  );
}
