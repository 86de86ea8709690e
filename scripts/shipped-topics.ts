import { readFile } from 'node:fs/promises';
import { packManifestSchema, type Topic, topicSchema } from '@/lib/model/pack';

const PACK = new URL('../public/packs/tech-war/', import.meta.url);

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(path, PACK), 'utf8'));
}

/** The topics of the shipped pack, in the order of its manifest. Throws with file and path when one does not fit. */
export async function readShippedTopics(): Promise<Topic[]> {
  const manifest = packManifestSchema.parse(await readJson('pack.json'));
  return Promise.all(
    manifest.topics.map(async (id) => {
      const topic = topicSchema.safeParse(await readJson(`topics/${id}.json`));
      if (topic.success) return topic.data;
      const [issue] = topic.error.issues;
      throw new Error(`topics/${id}.json: ${issue?.path.join('.')}: ${issue?.message}`);
    }),
  );
}
