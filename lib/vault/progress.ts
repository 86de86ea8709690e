import { loadMeta } from '@/lib/db/meta';
import type { VaultName } from '@/lib/model/vault-name';
import type { Progress } from '@/lib/sync/round-report';

/** Where the progress of the running round stands, for the options page: `{ startedAt, progress }`, or nothing. */
export const PROGRESS_KEY = 'sync:progress';

/** How far the running round is; `null` where none runs. Works inside a live query. */
export async function loadProgress(vault?: VaultName): Promise<Progress | null> {
  const stored = (await loadMeta(PROGRESS_KEY, vault)) as { progress: Progress } | null;
  return stored?.progress ?? null;
}
