import { AppError } from '@/lib/model/app-error';
import type { Pack } from '@/lib/model/pack';
import { todayOf } from '@/lib/time/format-date';
import type { SidelightDatabase } from './database';
import { diffTopics, type PackChange } from './diff-topics';
import { withDatabase } from './with-database';

/**
 * Puts a pack in the place of its former version, in one transaction: after a failure the former one stands whole.
 * Writes only topics that have changed, and notes what came with them as arrivals (at the first installation nothing is
 * new). Resolves with the difference. Throws `pack-invalid` where one of its topics already belongs to another pack.
 */
export function replacePack({ contents, ...manifest }: Pack): Promise<PackChange> {
  return withDatabase((database) =>
    database.transaction('rw', database.packs, database.topics, database.arrivals, async () => {
      const held = await database.topics.bulkGet(contents.map((topic) => topic.id));
      const foreign = held.find((row) => row && row.pack !== manifest.id);
      if (foreign) {
        const detail = `pack.json: topics: ${foreign.id} already belongs to the pack ${foreign.pack}`;
        throw new AppError('pack-invalid', { detail });
      }
      const rows = await database.topics.where('pack').equals(manifest.id).toArray();
      const change = diffTopics(
        rows.map(({ topic }) => topic),
        contents,
      );
      const places = new Map(rows.map(({ id, position }) => [id, position]));
      const touched = new Set([...change.added, ...change.changed].map(({ topic }) => topic));
      await database.topics.bulkDelete(change.removed);
      await database.topics.bulkPut(
        contents.flatMap((topic, position) =>
          touched.has(topic.id) || places.get(topic.id) !== position
            ? { id: topic.id, pack: manifest.id, position, formerIds: topic.formerIds ?? [], topic }
            : [],
        ),
      );
      if (rows.length > 0) await noteArrivals(database, change, manifest.version);
      await database.packs.put(manifest);
      return change;
    }),
  );
}

/** What came is new, and what went is so no more. */
async function noteArrivals(
  { arrivals }: SidelightDatabase,
  { added, changed, removed }: PackChange,
  version: string,
): Promise<void> {
  const arrived = todayOf(new Date());
  await arrivals.where('topic').anyOf(removed).delete();
  for (const { topic, came, went } of [...added, ...changed]) {
    await arrivals.bulkDelete(went.map((statement) => [topic, statement]));
    await arrivals.bulkPut(came.map((statement) => ({ topic, statement, version, arrived })));
  }
}
