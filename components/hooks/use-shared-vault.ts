import { hasSharedVault } from '@/lib/db/shared-vault';
import { listConnected } from '@/lib/vault/connections';
import { listReplicas, type Replica } from '@/lib/vault/replicas';
import { useLive, valueOr } from './use-live';

/** The vault shared with others: whether notes can be moved there, and who writes in it. */
export type SharedVault = { isConnected: boolean; replicas: readonly Replica[] };

const NONE: SharedVault = { isConnected: false, replicas: [] };

/** How the shared vault stands, kept up to date; as if there were none while that is not known. */
export function useSharedVault(): SharedVault {
  const loaded = useLive(async () => {
    // Only a connected one has an id of this machine for certain, without which no live query could give it one.
    const isConnected = (await hasSharedVault()) && (await listConnected()).includes('shared');
    return isConnected ? { isConnected, replicas: await listReplicas('shared') } : NONE;
  }, []);
  return valueOr(loaded, NONE);
}
