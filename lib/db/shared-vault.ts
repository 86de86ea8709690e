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

/** From now on there is one. This is never taken back: which ids it had is asked for later, too. */
export function rememberSharedVault(): Promise<void> {
  return saveMeta(KEY, true);
}

/** Where the database of the shared vault says which ids this installation had in those that it has left. */
export const LEFT_KEY = 'left';

/**
 * The ids that this installation had in shared vaults that it has left: what was written under them is in the reader's
 * own vault by now.
 */
export async function listLeft(): Promise<string[]> {
  return ((await loadMeta(LEFT_KEY, 'shared')) as string[] | null) ?? [];
}
