import { useState } from 'react';
import { callBackground } from '@/lib/messages/call-background';
import type { VaultName } from '@/lib/model/vault-name';
import type { Connection } from '@/lib/vault/connection';
import { runVaultRound } from '@/lib/vault/run-round';
import { stopRounds } from '@/lib/vault/stop-rounds';
import { useAttempt } from './use-attempt';

/**
 * Makes rounds at the reader's wish. They run in the background, except those of a folder, whose rights live in this
 * page. What came of a round stands in the history; `error` is why none could be begun.
 */
export function useRounds(vault: VaultName) {
  const { error, attempt } = useAttempt();
  const [isStopping, setStopping] = useState(false);
  return {
    error,
    isStopping,
    /** `isApproved`: the reader has agreed to what the preview showed. */
    async sync({ kind }: Connection, isApproved: boolean): Promise<void> {
      await attempt(async () => {
        if (kind === 'folder') await runVaultRound({ vault, trigger: 'click', isApproved });
        else await callBackground('syncNow', { vault, isApproved });
      });
      setStopping(false);
    },
    stop(): void {
      setStopping(true);
      stopRounds();
    },
  };
}
