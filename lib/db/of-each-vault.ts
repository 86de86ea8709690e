import type { VaultName } from '@/lib/model/vault-name';
import { listVaults } from './shared-vault';

/**
 * What each vault answers, without those that refuse, such as one whose database does not open. Throws where all
 * refuse.
 */
export async function ofEachVault<Answer>(
  ask: (vault: VaultName) => Promise<Answer>,
): Promise<{ vault: VaultName; answer: Answer }[]> {
  const vaults = await listVaults();
  const answers = await Promise.allSettled(vaults.map(ask));
  const refusal = answers.find((answer) => answer.status === 'rejected');
  if (refusal && answers.every(({ status }) => status === 'rejected')) throw refusal.reason;
  return vaults.flatMap((vault, at) => {
    const answer = answers[at];
    return answer?.status === 'fulfilled' ? [{ vault, answer: answer.value }] : [];
  });
}
