import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { describeIssue } from '@/lib/model/describe-issue';
import { packManifestSchema, type Topic, topicSchema } from '@/lib/model/pack';
import { SHIPPED_FOLDER } from './shipped-folder.ts';

/** All topics of the shipped pack, in its manifest's order. Throws with file and path where one does not fit. */
export function readShippedTopics(): Topic[] {
  return readFile('pack.json', packManifestSchema).topics.map(readShippedTopic);
}

/** One shipped topic. Throws as `readShippedTopics` does, and where there is no such topic. */
export function readShippedTopic(id: string): Topic {
  return readFile(`topics/${id}.json`, topicSchema);
}

function readFile<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> {
  const read = schema.safeParse(JSON.parse(readFileSync(join(SHIPPED_FOLDER, path), 'utf8')));
  if (read.success) return read.data;
  throw new Error(`${path}: ${describeIssue(read.error)}`);
}
