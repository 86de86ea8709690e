import type { PackManifest, Topic } from '@/lib/model/pack';
import { readsOf } from './reads';
import { withDatabase } from './with-database';

/** The topic of an id, also of one that it had before. `null` where no pack has it. */
export async function loadTopic(id: string, reads = readsOf()): Promise<Topic | null> {
  const row = (await reads.row('topics', id)) ?? (await reads.rows('topics', 'formerIds', [id]))[0];
  return row?.topic ?? null;
}

/** The topics of these ids, in their order, without those that no pack has. */
export async function loadTopics(ids: string[]): Promise<Topic[]> {
  const topics = await Promise.all(ids.map((id) => loadTopic(id)));
  return topics.filter((topic) => topic !== null);
}

/** Every installed topic, pack by pack in the pack's own order. */
export function listTopics(): Promise<Topic[]> {
  return withDatabase(async (database) => {
    const rows = await database.topics.toArray();
    rows.sort((a, b) => (a.pack === b.pack ? a.position - b.position : a.pack < b.pack ? -1 : 1));
    return rows.map((row) => row.topic);
  });
}

/** What an installed pack says of itself. `null` where it is not installed. */
export function loadPack(id: string): Promise<PackManifest | null> {
  return withDatabase(async (database) => (await database.packs.get(id)) ?? null);
}

/** Every installed pack. */
export function listPacks(): Promise<PackManifest[]> {
  return withDatabase((database) => database.packs.toArray());
}
