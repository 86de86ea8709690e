import type { ErrorCode } from '@/lib/model/app-error';
import type { VaultName } from '@/lib/model/vault-name';
import type { RoundReport } from '@/lib/sync/round-report';
import { withDatabase } from './with-database';

/** What began a round. */
export type RoundTrigger = 'start' | 'edit' | 'alarm' | 'online' | 'click';

/** A round that has been: times in milliseconds since 1970. */
export type RoundRow = {
  id: number;
  startedAt: number;
  endedAt: number;
  trigger: RoundTrigger;
  /** `asks`: the reader is to look at the report's preview first. `stopped`: by the reader. */
  state: 'done' | 'asks' | 'failed' | 'stopped';
  report: RoundReport | null;
  /** Why it failed; `null` where it did not. */
  code: ErrorCode | null;
  detail: string;
};

const KEPT = 100;

/** Adds a round to the history, which keeps the newest 100. */
export function addRound(row: Omit<RoundRow, 'id'>, vault?: VaultName): Promise<RoundRow> {
  return withDatabase(
    (database) =>
      database.transaction('rw', database.rounds, async () => {
        const id = await database.rounds.add(row);
        await database.rounds
          .where('id')
          .belowOrEqual(id - KEPT)
          .delete();
        return { ...row, id };
      }),
    vault,
  );
}

/** The rounds of a vault that were kept, newest first. */
export function listRounds(vault?: VaultName): Promise<RoundRow[]> {
  return withDatabase((database) => database.rounds.reverse().toArray(), vault);
}
