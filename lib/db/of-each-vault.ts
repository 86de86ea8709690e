import type { VaultName } from '@/lib/model/vault-name';
import { listVaults } from './shared-vault';

/**
 * What each vault answers, the reader's own first, without those that refuse, such as one whose database does not open. Throws where
 * all refuse, or the one that is `needed`.
 */
export async function ofEachVault<Answer>(
  ask: (vault: VaultName) => Promise<Answer>,
  needed: VaultName | null = null,
): Promise<{ vault: VaultName; answer: Answer }[]> {
  const asked = (await listVaults()).map(async (vault) => ({ vault, answer: await ask(vault) }));
  const outcomes = await Promise.allSettled(asked);
  const answers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []));
  const refusal = outcomes.find(({ status }) => status === 'rejected');
  const isEnough = needed === null ? answers.length > 0 : answers.some(({ vault }) => vault === needed);
  if (refusal?.status === 'rejected' && !isEnough) throw refusal.reason;
  return answers;
}

/** The same where the reader's own vault has to answer. Of a shared one that refuses a notice tells, and their own notes stay to be read. */
export async function ofOwnAndShared<Answer>(ask: (vault: VaultName) => Promise<Answer>): Promise<Answer[]> {
  return (await ofEachVault(ask, 'own')).map(({ answer }) => answer);
}
