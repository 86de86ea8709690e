import { listTopics } from '@/lib/db/topics';
import type { Topic } from '@/lib/model/pack';
import { type Loaded, useLive } from './use-live';

/** All installed topics, kept up to date when a pack is installed; not read while they are not `wanted`. */
export function useTopics(wanted = true): Loaded<Topic[]> {
  return useLive(wanted ? listTopics : null, []);
}
