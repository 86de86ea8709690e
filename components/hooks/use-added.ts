import { listAdded, listAddedOfTopics } from '@/lib/db/added-packs';
import type { AddedRow } from '@/lib/db/database';
import type { Topic } from '@/lib/model/pack';
import { idsOf } from '@/lib/model/topic-ids';
import { type Loaded, useLive } from './use-live';

/** What the packs of events hold that the reader added, pack by pack, a row for each topic. */
export function useAdded(): Loaded<AddedRow[]> {
  return useLive(listAdded, []);
}

/** The rows of one topic; also those under an id that it had before. */
export function useAddedOfTopic(topic: Topic): Loaded<AddedRow[]> {
  const ids = idsOf(topic);
  return useLive(() => listAddedOfTopics(ids), [ids.join(' ')]);
}
