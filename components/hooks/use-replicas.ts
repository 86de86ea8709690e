import type { VaultName } from '@/lib/model/vault-name';
import { listReplicas, type Replica } from '@/lib/vault/replicas';
import { type Loaded, useLive } from './use-live';

/** The machines that keep a vault's notes. */
export function useReplicas(vault: VaultName): Loaded<Replica[]> {
  return useLive(() => listReplicas(vault), [vault]);
}
