import { listTopics } from '@/lib/db/topics';
import type { Topic } from '@/lib/model/pack';
import { type Loaded, useLive } from './use-live';

/** All installed topics, kept up to date when a pack is installed. */
export function useTopics(): Loaded<Topic[]> {
  return useLive(listTopics, []);
}
