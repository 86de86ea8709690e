import type { VaultName } from '@/lib/model/vault-name';
import { shownRows } from './shown-rows';
import { withDatabase } from './with-database';

/** What a vault holds at one moment. */
export type Holdings = {
  /** Notes that a reader sees, and all there are, hidden ones too. */
  shown: number;
  notes: number;
  /** Changes whenever a change is made or comes in: digits and a hyphen. */
  mark: string;
};

/** Counts what a vault holds, at one moment. */
export function loadHoldings(vault?: VaultName): Promise<Holdings> {
  return withDatabase(
    (database) =>
      database.transaction('r', database.meta, database.notes, database.changes, async () => {
        const [stamp, notes, shown, changes] = await Promise.all([
          database.meta.get('stamp'),
          database.notes.count(),
          shownRows(database).count(),
          database.changes.count(),
        ]);
        return { shown, notes, mark: `${stamp?.value ?? 0}-${changes}` };
      }),
    vault,
  );
}
