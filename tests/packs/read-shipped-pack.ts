import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type PackManifest, packManifestSchema, type Topic, topicSchema } from '@/lib/model/pack';

/** Where the shipped pack stands. */
export const PACK_FOLDER = resolve(import.meta.dirname, '../../public/packs/tech-war');

/** The text of a file of the shipped pack; `path` inside the pack's folder. Throws where there is none. */
export function readPackFile(path: string): string {
  return readFileSync(resolve(PACK_FOLDER, path), 'utf8');
}

/** Ids of all topic files on disk, whether the manifest names them or not, sorted. */
export function listTopicFiles(): string[] {
  return readdirSync(resolve(PACK_FOLDER, 'topics'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** The shipped manifest, parsed. */
export function readShippedManifest(): PackManifest {
  return packManifestSchema.parse(JSON.parse(readPackFile('pack.json')));
}

/** One shipped topic, parsed; throws where the file does not fit the schema. */
export function readShippedTopic(id: string): Topic {
  return topicSchema.parse(JSON.parse(readPackFile(`topics/${id}.json`)));
}

/** All shipped topics, in the manifest's order. */
export function readShippedTopics(): Topic[] {
  return readShippedManifest().topics.map(readShippedTopic);
}
