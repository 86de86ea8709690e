import { AppError } from '@/lib/model/app-error';
import type { VaultName } from '@/lib/model/vault-name';
import { webCodec } from '@/lib/sync/codec';
import type { Remote } from '@/lib/sync/remote';
import { inspectVault, publishDocuments } from '@/lib/sync/vault-file';
import { requireConnection } from './connections';
import { beginVault, loadVaultState } from './dexie-store';
import { openRemote } from './open-remote';
import { quietly } from './round-lock';
import { resetSchedule } from './schedule';

/**
 * After `vault-missing`, when the reader says so: the same vault once more, in the folder that has lost it. Its files
 * are published again, and every note here waits to be sent; the reader's other machines add theirs. Throws
 * what the remote throws, `vault-other` where another vault has come to stand there, and `vault-missing` where nothing
 * is known of a vault here either; nothing has changed then.
 */
export async function startOver(vault: VaultName): Promise<void> {
  await startOverOn(openRemote(await requireConnection(vault)), vault);
}

/** `startOver`, on a remote that is open already. */
export async function startOverOn(remote: Remote, vault: VaultName = 'own'): Promise<void> {
  await quietly(async () => {
    const { vaultFile, vaultId, documents } = await loadVaultState(vault);
    if (vaultFile === null || documents.length === 0) throw new AppError('vault-missing');
    const { vaults } = await inspectVault(remote, webCodec);
    const ours = new Set(documents.map(({ name }) => name));
    // Side by side the two would be taken for one vault, by whoever looks next.
    if (vaults.length > 0 && !vaults.some(({ name }) => ours.has(name))) throw new AppError('vault-other');
    await publishDocuments(remote, documents, webCodec);
    await beginVault({ vaultFile, vaultId, documents, hasJoined: true }, vault);
    await resetSchedule(vault);
  });
}
