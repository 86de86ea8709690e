import { AppError } from '@/lib/model/app-error';
import { describeIssue, toPath } from '@/lib/model/describe-issue';
import { type Pack, type PackManifest, packManifestSchema, type Topic, topicSchema } from '@/lib/model/pack';
import { parseJson } from '@/lib/model/parse-json';

/** The name of a pack's first file. */
export const MANIFEST_FILE = 'pack.json';

/** The largest file of a pack. */
export const MOST_BYTES = 2_000_000;
const LIMITS = { mostBytes: MOST_BYTES, mostDepth: 32 };

/** The file of a topic, inside the pack's folder. */
export function topicFile(id: string): string {
  return `topics/${id}.json`;
}

/** The value of a pack's file. Throws `pack-invalid` where it is too large, too deep or no JSON. */
export function parsePackFile(file: string, text: string): unknown {
  const parsed = parseJson(text, LIMITS);
  if (!parsed.ok) throw refusePack(file, [], parsed.reason);
  return parsed.value;
}

/** What `pack.json` says. Throws `pack-invalid`. */
function parseManifest(value: unknown): PackManifest {
  const manifest = parse(packManifestSchema, MANIFEST_FILE, value);
  const twice = manifest.topics.findIndex((id, index) => manifest.topics.indexOf(id) !== index);
  if (twice >= 0)
    throw refusePack(MANIFEST_FILE, ['topics', twice], `"${manifest.topics[twice]}" is named twice`);
  return manifest;
}

/**
 * Reads a pack whole, or refuses it whole: throws `pack-invalid` with "file: path: reason" in `detail`.
 * `files` are the parsed values by name inside the pack's folder (`pack.json`, `topics/huawei.json`).
 * Beyond the shape it checks that every id is given once and that every id referred to is there. A relation may lead to
 * a topic by an id that it had before; rules and questions are compared by the id of today.
 */
export function parsePack(files: Record<string, unknown>): Pack {
  if (!Object.hasOwn(files, MANIFEST_FILE)) throw refusePack(MANIFEST_FILE, [], 'the file is missing');
  const manifest = parseManifest(files[MANIFEST_FILE]);
  const expected = new Set([MANIFEST_FILE, ...manifest.topics.map(topicFile)]);
  const stray = Object.keys(files).find((file) => !expected.has(file));
  if (stray !== undefined) throw refusePack(stray, [], `the file is not named in ${MANIFEST_FILE}`);
  const contents = manifest.topics.map((id) => parseTopic(id, files));
  checkFormerIds(contents);
  const known = new Set(manifest.topics);
  const former = new Set(contents.flatMap((topic) => topic.formerIds ?? []));
  for (const topic of contents) checkReferences(topic, known, known.union(former));
  return { ...manifest, contents };
}

function parseTopic(id: string, files: Record<string, unknown>): Topic {
  const file = topicFile(id);
  if (!Object.hasOwn(files, file)) throw refusePack(file, [], 'the file is missing');
  const topic = parse(topicSchema, file, files[file]);
  if (topic.id !== id) throw refusePack(file, ['id'], `"${topic.id}" does not fit the name of its file`);
  return topic;
}

function parse<T>(
  schema: {
    safeParse(
      value: unknown,
    ): { success: true; data: T } | { success: false; error: Parameters<typeof describeIssue>[0] };
  },
  file: string,
  value: unknown,
): T {
  const read = schema.safeParse(value);
  if (!read.success) throw new AppError('pack-invalid', { detail: `${file}: ${describeIssue(read.error)}` });
  return read.data;
}

/** A former id leads notes to the topic: it must lead to one only. */
function checkFormerIds(topics: Topic[]): void {
  const taken = new Set(topics.map((topic) => topic.id));
  for (const topic of topics) {
    for (const [index, id] of (topic.formerIds ?? []).entries()) {
      if (taken.has(id))
        throw refusePack(topicFile(topic.id), ['formerIds', index], `"${id}" is the id of another topic`);
      taken.add(id);
    }
  }
}

function checkReferences(topic: Topic, topics: Set<string>, related: Set<string>): void {
  const file = topicFile(topic.id);
  for (const list of ['sources', 'facts', 'events', 'figures', 'insights'] as const)
    checkIds(file, [list], topic[list]);
  checkIds(file, ['thresholds'], topic.thresholds ?? []);
  topic.insights.forEach((insight, index) => {
    checkIds(file, ['insights', index, 'points'], insight.points);
  });
  const sources = new Set(topic.sources.map((source) => source.id));
  visit(topic, [], (key, value, path) => {
    if (isEmptyObject(value)) throw refusePack(file, path, 'a text in no language');
    const isSource = key === 'sources';
    const isTopic = key === 'topic' || key === 'topics' || key === 'withTopic';
    if (!isSource && !isTopic) return;
    const ids = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
    const known = isSource ? sources : path[0] === 'relations' ? related : topics;
    const index = ids.findIndex((id) => typeof id === 'string' && !known.has(id));
    if (index < 0) return;
    const where = typeof value === 'string' ? path : [...path, index];
    throw refusePack(
      file,
      where,
      isSource ? `no source "${ids[index]}" in this topic` : `no topic "${ids[index]}" in this pack`,
    );
  });
}

function isEmptyObject(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
  );
}

function checkIds(file: string, path: PropertyKey[], items: { id: string }[]): void {
  const seen = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id)) throw refusePack(file, [...path, index, 'id'], `"${id}" is given twice`);
    seen.add(id);
  }
}

function visit(
  value: object,
  path: PropertyKey[],
  see: (key: PropertyKey, value: unknown, path: PropertyKey[]) => void,
): void {
  for (const [name, inner] of Object.entries(value)) {
    const key = Array.isArray(value) ? Number(name) : name;
    const at = [...path, key];
    see(key, inner, at);
    if (typeof inner === 'object' && inner !== null) visit(inner, at, see);
  }
}

/** A `pack-invalid` that names the file, the path in it and the reason. */
export function refusePack(file: string, path: PropertyKey[], reason: string): AppError {
  return new AppError('pack-invalid', { detail: `${file}: ${toPath(path)}: ${reason}` });
}
