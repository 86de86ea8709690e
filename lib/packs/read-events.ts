/**
 * A pack of events, as a reader saves their own (see lib/card/own-pack.ts), out of a file from anyone. It adds events to
 * topics that other packs have, and nothing else: no term, so it changes nothing of what is found on a page.
 */
import { z } from 'zod';
import type { AddedRow } from '@/lib/db/database';
import type { Topic } from '@/lib/model/pack';
import { idsOf } from '@/lib/model/topic-ids';
import type { CoarseDate } from '@/lib/time/coarse-date';
import { MANIFEST_FILE, MOST_BYTES, parsePack, parsePackFile, refusePack, topicFile } from './parse-pack';

const LISTS = [
  'terms',
  'families',
  'facts',
  'figures',
  'thresholds',
  'insights',
  'relations',
  'regimes',
] as const;
/** Of one topic: a card draws each event, and notes of a topic are looked up by each id that it had. */
const MOST_EVENTS = 1_000;
const MOST_FORMER_IDS = 20;
/** What a source may be called at most. */
const LONGEST_NAME = 160;

const filesSchema = z.record(z.string(), z.unknown());

/**
 * The events of the file, a row for each topic. Throws `pack-invalid` with file, path and reason where it is anything
 * else.
 */
export async function readEvents(file: File, today: CoarseDate): Promise<AddedRow[]> {
  // Only as much of a file as shows that it is too large.
  const text = await file.slice(0, MOST_BYTES + 1).text();
  const files = filesSchema.safeParse(parsePackFile(file.name, text));
  if (!files.success) throw refusePack(file.name, [], 'not the files of a pack');
  const { contents, ...manifest } = parsePack(files.data);
  for (const topic of contents) checkTopic(topic);
  if (contents.every(({ events }) => events.length === 0)) throw refusePack(MANIFEST_FILE, [], 'no event');
  return contents.map((topic) => ({
    pack: manifest.id,
    topic: topic.id,
    topics: idsOf(topic),
    name: manifest.name,
    fileName: file.name.slice(0, LONGEST_NAME),
    published: manifest.published,
    added: today,
    events: topic.events,
    sources: topic.sources,
  }));
}

function checkTopic(topic: Topic): void {
  const file = topicFile(topic.id);
  const list = LISTS.find((name) => (topic[name] ?? []).length > 0);
  if (list) throw refusePack(file, [list], 'only events can be added');
  if (topic.events.length > MOST_EVENTS)
    throw refusePack(file, ['events'], `more than ${MOST_EVENTS} events`);
  if ((topic.formerIds ?? []).length > MOST_FORMER_IDS)
    throw refusePack(file, ['formerIds'], `more than ${MOST_FORMER_IDS} ids`);
  const at = topic.events.findIndex(({ status, outcome }) => status !== 'happened' || outcome !== undefined);
  if (at >= 0) throw refusePack(file, ['events', at], 'only what happened can be added');
}
