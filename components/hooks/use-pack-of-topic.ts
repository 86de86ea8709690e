import { loadPackOfTopic } from '@/lib/db/pack-of-topic';
import type { PackManifest } from '@/lib/model/pack';
import { type Loaded, useLive } from './use-live';

/** What the pack of a topic says of itself; null where no pack has the topic. */
export function usePackOfTopic(topic: string): Loaded<PackManifest | null> {
  return useLive(() => loadPackOfTopic(topic), [topic]);
}
