/** What a pack must be beyond its schema, so that a card can trust it: said file by file, field by field. */
import type { z } from 'zod';
import type { Term } from '@/lib/model/mention-rules';
import { packManifestSchema, type Topic, topicSchema } from '@/lib/model/pack';
import { idsOf } from '@/lib/model/topic-ids';
import { checkTopic, isRuled } from './check-topic.ts';
import type { PackFiles } from './read-pack.ts';

/** One thing that is wrong, and where. A warning is for a release to answer, an error stops the build. */
export type Flaw = { file: string; path: string; message: string; isWarning?: boolean };

/** All flaws of a pack, in the order of its files. `today` as a date: what lies behind it can have happened. */
export function checkPack(files: PackFiles, today: string): Flaw[] {
  const flaws: Flaw[] = [];
  const parse = <Shape>(file: string, schema: z.ZodType<Shape>): Shape | null => {
    if (files[file] instanceof Error) {
      flaws.push({ file, path: '', message: `is no JSON: ${files[file].message}` });
      return null;
    }
    const parsed = schema.safeParse(files[file]);
    for (const { path, message } of parsed.error?.issues ?? [])
      flaws.push({ file, path: path.join('.'), message });
    return parsed.data ?? null;
  };
  const manifest = parse('pack.json', packManifestSchema);
  const paths = Object.keys(files).filter((path) => path !== 'pack.json');
  const topics = new Map<string, Topic>();
  for (const path of paths) {
    const topic = parse(path, topicSchema as unknown as z.ZodType<Topic>);
    if (topic) topics.set(path, topic);
  }
  flaws.push(...checkManifest(manifest?.topics ?? [], paths));
  const all = [...topics.values()];
  for (const [file, topic] of topics) {
    if (file !== `topics/${topic.id}.json`) flaws.push({ file, path: 'id', message: `is "${topic.id}"` });
    for (const flaw of checkTopic(topic, all, today)) flaws.push({ file, ...flaw });
  }
  return [...flaws, ...checkIds(all), ...checkTiers(all), ...checkCollisions(all)];
}

function checkManifest(ids: string[], paths: string[]): Flaw[] {
  const file = 'pack.json';
  const named = ids.map((id) => `topics/${id}.json`);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  return [
    ...twice.map((id) => ({ file, path: 'topics', message: `names "${id}" twice` })),
    ...named
      .filter((path) => !paths.includes(path))
      .map((path) => ({ file, path: 'topics', message: `names ${path}, which is not there` })),
    ...paths
      .filter((path) => !named.includes(path))
      .map((path) => ({ file: path, path: '', message: 'is not named in pack.json' })),
  ];
}

/** An id or former id leads to one topic. */
function checkIds(topics: Topic[]): Flaw[] {
  const owners = topics.flatMap((topic) => idsOf(topic).map((each) => ({ id: topic.id, each })));
  return [...Map.groupBy(owners, ({ each }) => each)].flatMap(([each, some]) =>
    some.length < 2
      ? []
      : [
          {
            file: `topics/${some[1]?.id}.json`,
            path: 'formerIds',
            message: `"${each}" leads to ${some.map(({ id }) => id).join(' and ')}`,
          },
        ],
  );
}

/** A page that a reader can open is as good in one topic as in another. */
function checkTiers(topics: Topic[]): Flaw[] {
  const uses = topics.flatMap(({ id, sources }) => sources.map((source) => ({ id, source })));
  return [...Map.groupBy(uses, ({ source }) => source.url)].flatMap(([url, [first, ...others]]) =>
    others
      .filter(({ source }) => url !== undefined && source.tier !== first?.source.tier)
      .map(({ id, source }) => ({
        file: `topics/${id}.json`,
        path: `sources.${source.id}.tier`,
        message: `is ${source.tier}, but the same page is ${first?.source.tier} in ${first?.id}`,
      })),
  );
}

/** Of topics that share a term, all but one must say by a rule when it is theirs. */
function checkCollisions(topics: Topic[]): Flaw[] {
  const uses = topics.flatMap(({ id, terms }) => terms.map((term) => ({ id, term })));
  const keyOf = ({ text, case: written }: Term) => (written ? text : text.toLowerCase());
  return [...Map.groupBy(uses, ({ term }) => keyOf(term))].flatMap(([, some]) => {
    const bare = [...new Set(some.filter(({ term }) => !isRuled(term)).map(({ id }) => id))];
    if (bare.length < 2) return [];
    const message = `"${some[0]?.term.text}" is also a term of ${bare[0]}: give one of them a context rule`;
    return [{ file: `topics/${bare[1]}.json`, path: 'terms', message }];
  });
}
