/**
 * Beginning, moving and ending: what connects this installation to a vault. Notes are never touched here. Nothing
 * is stored before the remote has shown that all of it works, and no round runs meanwhile.
 */
import { withBackupLock } from '@/lib/backups/backup-lock';
import { forgetShared } from '@/lib/backups/forget-shared';
import { dropMeta } from '@/lib/db/meta';
import { listVaults, rememberSharedVault } from '@/lib/db/shared-vault';
import { resetSync } from '@/lib/db/sync';
import { clearShared } from '@/lib/db/write-notes';
import { AppError } from '@/lib/model/app-error';
import { randomHex } from '@/lib/model/hex';
import type { VaultName } from '@/lib/model/vault-name';
import { moveAllToOwn } from '@/lib/notes/move-note';
import { webCodec } from '@/lib/sync/codec';
import { createKeyFile, type Derive } from '@/lib/sync/key-file';
import { readHeadName } from '@/lib/sync/names';
import type { Remote } from '@/lib/sync/remote';
import type { VaultKey } from '@/lib/sync/seal';
import {
  type FoundVault,
  inspectVault,
  isNewer,
  makeVaultFile,
  nameDocument,
  publishDocuments,
  type VaultDocument,
} from '@/lib/sync/vault-file';
import type { Connection } from './connection';
import { dropConnection, listConnected, loadConnection, saveConnection } from './connections';
import { beginVault, createDexieStore, loadVaultState } from './dexie-store';
import { dropKeyring, loadKeyring, saveKeyring } from './keyring';
import { openKeys } from './open-keys';
import { openRemote } from './open-remote';
import { hasAccess } from './permission';
import { PROGRESS_KEY } from './progress';
import { startRoundAlarm, stopAlarms } from './round-alarm';
import { quietly } from './round-lock';
import { resetSchedule } from './schedule';

/** How to enter a vault. `passphrase`: encrypts a new vault with it, opens an encrypted one; `null` for a vault without. */
export type Entry = { passphrase: string | null; derive: Derive };

/** A vault entered: its name, what is remembered of it, and its keys. */
type Entered = { vaultFile: string; vaultId: string; documents: VaultDocument[]; keys: VaultKey[] };

/**
 * Connects one of this installation's vaults: founds it where there is none, else joins the one that is there. The
 * first round is still to be made. Where another storage was connected, that one is left as it is; if the new one fails, nothing
 * has changed. Throws what the remote throws, `remote-permission`, `vault-newer`, `vault-locked` where the
 * vault is encrypted and there is no passphrase, `vault-other` where it is not and there is one, `vault-missing` where
 * there are notes without the file of their vault, `vault-same` where it is this installation's other vault, `passphrase-wrong`, `passphrase-weak`.
 */
export function connect(connection: Connection, entry: Entry, vault: VaultName = 'own'): Promise<void> {
  return connectTo(connection, openRemote(connection), entry, vault);
}

/** `connect`, over a remote that is open already. */
export async function connectTo(
  connection: Connection,
  remote: Remote,
  entry: Entry,
  vault: VaultName = 'own',
): Promise<void> {
  if (!(await hasAccess(connection))) throw new AppError('remote-permission');
  const entered = await enter(remote, entry);
  await refuseOther(vault, entered.vaultId);
  if (vault === 'shared') await beginShared();
  await quietly(async () => {
    const state = await loadVaultState(vault);
    const isSame = state.vaultId === entered.vaultId;
    const { vaultFile, vaultId, keys } = entered;
    const part = { vaultFile, vaultId, documents: entered.documents.map(toStored) };
    await (isSame
      ? createDexieStore(vault).saveState(part)
      : beginVault(part, vault, { keyring: keys, connection }));
    await saveKeyring(isSame ? join(await loadKeyring(vault), keys) : keys, vault);
    await resetSchedule(vault);
    // Last: it is what says that this installation is connected.
    await saveConnection(connection, vault);
  });
  await startRoundAlarm();
}

/**
 * Ends it: forgets connection, password and keys. The notes stay here, and what lies in the storage stays there. Those
 * of the shared vault become the reader's own: otherwise the next shared vault would get them by default.
 */
export async function disconnect(vault: VaultName = 'own'): Promise<void> {
  await quietly(async () => {
    await dropConnection(vault);
    await dropKeyring(vault);
    await resetSync({}, vault);
    await resetSchedule(vault);
    await dropMeta(PROGRESS_KEY, vault);
    if (vault === 'shared') await leaveShared();
  });
  if ((await listConnected()).length === 0) await stopAlarms();
}

/** Before the first shared vault, and after one whose leaving was cut off. */
async function beginShared(): Promise<void> {
  await rememberSharedVault();
  if (!(await loadConnection('shared'))) await quietly(leaveShared);
}

async function leaveShared(): Promise<void> {
  // Again, for what was saved there meanwhile.
  do await moveAllToOwn();
  while (!(await withBackupLock(forgetAndClear)));
}

/**
 * Never while a backup is being made: it would be written after the others were removed, with notes of people whose
 * vault was left.
 */
async function forgetAndClear(): Promise<boolean> {
  await forgetShared();
  return clearShared();
}

/** One vault under both names would be every note twice, and shared by default. */
async function refuseOther(vault: VaultName, vaultId: string): Promise<void> {
  const other = vault === 'own' ? 'shared' : 'own';
  const isConnected = (await listVaults()).includes(other) && (await loadConnection(other)) !== null;
  if (isConnected && (await loadVaultState(other)).vaultId === vaultId) throw new AppError('vault-same');
}

async function enter(remote: Remote, entry: Entry): Promise<Entered> {
  const folder = await inspectVault(remote, webCodec);
  const [vault] = folder.vaults;
  if (folder.documents.some(({ kind, text }) => kind === 'vault' && isNewer(text)))
    throw new AppError('vault-newer');
  if (!vault) return found(remote, folder, entry);
  const isEncrypted = folder.keys.length > 0 || folder.vaults.some((other) => other.vault.enc !== 'none');
  if (!isEncrypted && entry.passphrase !== null)
    throw new AppError('vault-other', { detail: 'not encrypted' });
  return {
    vaultFile: vault.name,
    vaultId: vault.vault.vaultId,
    documents: folder.documents,
    keys: isEncrypted ? await openKeys(folder.keys, entry) : [],
  };
}

async function found(remote: Remote, { entries, keys }: FoundVault, entry: Entry): Promise<Entered> {
  // A listing may lack a name. Notes without a vault are never taken for an empty folder.
  if (entries.some(({ name }) => readHeadName(name) !== null)) throw new AppError('vault-missing');
  // A key alone is left of a founding that was cut off: it is the key of the vault that is founded now.
  const held =
    keys.length > 0 ? { documents: keys, keys: await openKeys(keys, entry) } : await makeKey(entry);
  const vaultId = randomHex(16);
  const isEncrypted = held.keys.length > 0;
  const vault = await makeVaultFile({ vaultId, isEncrypted, nowMs: Date.now() }, webCodec);
  const documents = [...held.documents, vault];
  await publishDocuments(remote, documents, webCodec);
  return { vaultFile: vault.name, vaultId, documents, keys: held.keys };
}

async function makeKey({
  passphrase,
  derive,
}: Entry): Promise<{ documents: VaultDocument[]; keys: VaultKey[] }> {
  if (passphrase === null) return { documents: [], keys: [] };
  const { bytes, vaultKey } = await createKeyFile(passphrase, { derive });
  const document = await nameDocument('key', new TextDecoder().decode(bytes), webCodec);
  return { documents: [document], keys: [vaultKey] };
}

function join(held: VaultKey[], opened: VaultKey[]): VaultKey[] {
  return [...held.filter(({ keyId }) => !opened.some((key) => key.keyId === keyId)), ...opened];
}

function toStored({ name, text }: VaultDocument): { name: string; text: string } {
  return { name, text };
}
