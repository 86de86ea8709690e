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

/**
 * What each vault answers, the reader's own first. One shared with others that refuses, such as one whose database does not open,
 * is left out: a notice tells of it, and the reader's own notes stay to be read. Throws where their own vault refuses.
 */
export async function ofOwnAndShared<Answer>(ask: (vault: VaultName) => Promise<Answer>): Promise<Answer[]> {
  const [own, shared] = (await listVaults()).map(async (vault) => [await ask(vault)]);
  const answers = await Promise.all([own, shared?.catch(() => [])]);
  return answers.flatMap((answer = []) => answer);
}
