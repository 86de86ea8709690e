import { AppError } from '@/lib/model/app-error';
import type { VaultName } from '@/lib/model/vault-name';
import { webCodec } from '@/lib/sync/codec';
import { type Derive, rewrapKeyFile } from '@/lib/sync/key-file';
import type { Remote } from '@/lib/sync/remote';
import { inspectVault, nameDocument, publishDocuments, type VaultDocument } from '@/lib/sync/vault-file';
import { requireConnection } from './connections';
import { deriveKey } from './derive';
import { createDexieStore, loadVaultState } from './dexie-store';
import { loadKeyring, saveKeyring } from './keyring';
import { openKeys } from './open-keys';
import { openRemote } from './open-remote';
import { quietly } from './round-lock';
import { clearFailures } from './schedule';

/**
 * Opens the connected vault with a passphrase: where another machine has brought a key that this one does not have.
 * Throws `passphrase-wrong`, `vault-locked` where there is nothing to open, and what the remote throws.
 */
export async function unlock(passphrase: string, vault: VaultName): Promise<void> {
  await unlockOn(openRemote(await requireConnection(vault)), passphrase, deriveKey, vault);
}

/** `unlock`, over a remote that is open already. */
export async function unlockOn(
  remote: Remote,
  passphrase: string,
  derive: Derive,
  vault: VaultName = 'own',
): Promise<void> {
  const { keys: files } = await inspectVault(remote, webCodec);
  const opened = await openKeys(files, { passphrase, derive });
  await quietly(async () => {
    const held = await loadKeyring(vault);
    await saveKeyring(
      [...held.filter((key) => !opened.some(({ keyId }) => keyId === key.keyId)), ...opened],
      vault,
    );
    await clearFailures(vault);
  });
}

/**
 * Wraps the vault's key with another passphrase: a new key file, seen to have arrived, then the old one is deleted.
 * The notes are not encrypted anew, and machines that are connected stay so. Throws `passphrase-wrong`, and what the
 * remote throws: the old passphrase then still opens the vault, at worst both do.
 */
export async function changePassphrase(
  oldPassphrase: string,
  newPassphrase: string,
  vault: VaultName,
): Promise<void> {
  await changePassphraseOn(
    openRemote(await requireConnection(vault)),
    oldPassphrase,
    newPassphrase,
    deriveKey,
    vault,
  );
}

/** `changePassphrase`, over a remote that is open already. */
export async function changePassphraseOn(
  remote: Remote,
  oldPassphrase: string,
  newPassphrase: string,
  derive: Derive,
  vault: VaultName = 'own',
): Promise<void> {
  await quietly(async () => {
    const { keys: files } = await inspectVault(remote, webCodec);
    if (files.length === 0) throw new AppError('vault-locked');
    const replaced: VaultDocument[] = [];
    const written: VaultDocument[] = [];
    for (const file of files) {
      const bytes = await rewrap(file, oldPassphrase, newPassphrase, derive);
      if (!bytes) continue;
      replaced.push(file);
      written.push(await nameDocument('key', new TextDecoder().decode(bytes), webCodec));
    }
    if (written.length === 0) throw new AppError('passphrase-wrong');
    await publishDocuments(remote, written, webCodec);
    await remember(written, replaced, vault);
    // Each holds the same vault key as the file that has arrived in its place.
    for (const { name } of replaced) await remote.delete(name);
  });
}

/** The file under the new passphrase; `null` where the old one does not open it, or it is none that we would open. */
async function rewrap(
  file: VaultDocument,
  from: string,
  to: string,
  derive: Derive,
): Promise<Uint8Array | null> {
  try {
    return await rewrapKeyFile(new TextEncoder().encode(file.text), from, to, { derive });
  } catch (thrown) {
    if (thrown instanceof AppError) return null;
    throw thrown;
  }
}

async function remember(
  written: VaultDocument[],
  replaced: VaultDocument[],
  vault: VaultName,
): Promise<void> {
  const { documents } = await loadVaultState(vault);
  const kept = documents.filter(({ name }) => !replaced.some((file) => file.name === name));
  const added = written.map(({ name, text }) => ({ name, text }));
  await createDexieStore(vault).saveState({ documents: [...kept, ...added] });
}
