import { useState } from 'react';
import { mergeApart, runApart } from '@/lib/apart/run-apart';
import { findLoss, type Loss, settleLoss } from '@/lib/backups/find-loss';
import type { VaultName } from '@/lib/model/vault-name';
import type { Applied } from '@/lib/sync/store';
import { useAttempt } from './use-attempt';
import { useLive, valueOr } from './use-live';

/** The journal may be a large file: the page does not wait for what is in it. */
const find = (vault: VaultName) => findLoss((journal) => runApart('countWritten', [journal]), vault);

/** Notes of a vault that are lost and kept elsewhere, the ways out of it, and how the last of them went. */
export function useLoss(vault: VaultName) {
  const [isWorking, setIsWorking] = useState(false);
  const loss = valueOr(
    useLive(() => find(vault), [vault, isWorking]),
    null,
  );
  const [restored, setRestored] = useState<{ loss: Loss; applied: Applied } | null>(null);
  const { error, attempt } = useAttempt();
  const run = async (work: () => Promise<void>) => {
    if (isWorking) return;
    setIsWorking(true);
    await attempt(work);
    setIsWorking(false);
  };
  return {
    loss,
    isWorking,
    restored,
    error,
    restore: (loss: Loss) =>
      void run(async () => setRestored({ loss, applied: await mergeApart('restoreLost', [loss]) })),
    settle: (loss: Loss) => void run(() => settleLoss(loss)),
  };
}
