import { listReplicas, type Replica } from '@/lib/vault/replicas';
import { type Loaded, useLive } from './use-live';

/** The machines that keep the same notes. */
export function useReplicas(): Loaded<Replica[]> {
  return useLive(listReplicas, []);
}
