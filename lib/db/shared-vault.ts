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
