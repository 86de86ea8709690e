import { loadTopic, loadTopics } from '@/lib/db/topics';
import type { Topic } from '@/lib/model/pack';
import { type Loaded, useLive } from './use-live';

/**
 * The topic of an id, kept up to date; null where no pack has it. While another id loads, it is `loading`, never the last
 * topic. `ahead`: what was read of an id before.
 */
export function useTopic(id: string, ahead?: { id: string; topic: Topic | null }): Loaded<Topic | null> {
  const loaded = useLive(async () => ({ id, topic: await loadTopic(id) }), [id], ahead);
  if (loaded.state !== 'ready') return loaded;
  return loaded.value.id === id ? { state: 'ready', value: loaded.value.topic } : { state: 'loading' };
}

/** Those of the ids that are installed, in their order; not read while there are no ids. */
export function useTopicsOf(ids: readonly string[]): Loaded<Topic[]> {
  return useLive(ids.length > 0 ? () => loadTopics([...ids]) : null, [ids.join(' ')]);
}
