import { listPacks } from '@/lib/db/topics';
import type { PackManifest } from '@/lib/model/pack';
import { type Loaded, useLive } from './use-live';

/** The installed packs, as each describes itself. */
export function usePacks(): Loaded<PackManifest[]> {
  return useLive(listPacks, []);
}
