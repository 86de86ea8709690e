import type { VaultName } from '@/lib/model/vault-name';
import { loadMeta, saveMeta } from './meta';

const KEY = 'shared-vault';

/**
 * Whether this installation ever had a vault shared with others. Asked before anything looks into that vault's
 * database: without one, it never comes into being.
 */
export async function hasSharedVault(): Promise<boolean> {
  return (await loadMeta(KEY)) === true;
}

/** The vaults that this installation has or had, the reader's own first. Works inside a live query. */
export async function listVaults(): Promise<VaultName[]> {
  return (await hasSharedVault()) ? ['own', 'shared'] : ['own'];
}

/** From now on there is one. Its notes stay when it is disconnected, so this is never taken back. */
export function rememberSharedVault(): Promise<void> {
  return saveMeta(KEY, true);
}

/** Where the database of the shared vault says which ids this installation had in those that it has left. */
export const LEFT_KEY = 'left';

/** The ids that this installation had in shared vaults that it has left: what comes of them later is known to be the own vault's by now. */
export async function listLeft(): Promise<string[]> {
  return ((await loadMeta(LEFT_KEY, 'shared')) as string[] | null) ?? [];
}
