import { AppError } from '@/lib/model/app-error';
import type { Pack } from '@/lib/model/pack';
import { withDatabase } from './with-database';

/**
 * Puts a pack in the place of its former version, in one transaction: after a failure the former one stands
 * whole. Throws `pack-invalid` where one of its topics already belongs to another pack.
 */
export function replacePack({ contents, ...manifest }: Pack): Promise<void> {
  return withDatabase((database) =>
    database.transaction('rw', database.packs, database.topics, async () => {
      const held = await database.topics.bulkGet(contents.map((topic) => topic.id));
      const foreign = held.find((row) => row && row.pack !== manifest.id);
      if (foreign) {
        const detail = `pack.json: topics: ${foreign.id} already belongs to the pack ${foreign.pack}`;
        throw new AppError('pack-invalid', { detail });
      }
      await database.topics.where('pack').equals(manifest.id).delete();
      await database.topics.bulkAdd(
        contents.map((topic, position) => ({
          id: topic.id,
          pack: manifest.id,
          position,
          formerIds: topic.formerIds ?? [],
          topic,
        })),
      );
      await database.packs.put(manifest);
    }),
  );
}
