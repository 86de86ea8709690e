import type { PackManifest } from '@/lib/model/pack';
import { withDatabase } from './with-database';

/** What the pack that a topic came in says of itself. `null` where no pack has the topic. */
export function loadPackOfTopic(topic: string): Promise<PackManifest | null> {
  return withDatabase(async (database) => {
    const row = await database.topics.get(topic);
    return row ? ((await database.packs.get(row.pack)) ?? null) : null;
  });
}
