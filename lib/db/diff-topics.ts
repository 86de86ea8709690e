import type { Topic } from '@/lib/model/pack';

/**
 * What a new version of a pack does to one topic. Statements by their paths of ids inside the topic ("facts.yield",
 * "insights.gap.analyst"): `came` are those that are new or say something else than before, `went` those that are gone.
 */
export type TopicChange = { topic: string; came: string[]; went: string[] };

/** How two versions of a pack differ. Topics that are in neither list say the same in both, word by word. */
export type PackChange = { added: TopicChange[]; changed: TopicChange[]; removed: string[] };

/**
 * Compares the topics of two versions of a pack. A statement counts as new also when its text, date, status, outcome or
 * value is another; not when only its sources are, or that it is marked `key`.
 *
 * Law: the former topics without `removed`, with `added` and `changed` put in their place, are the latter topics.
 */
export function diffTopics(former: readonly Topic[], latter: readonly Topic[]): PackChange {
  const before = new Map(former.map((topic) => [topic.id, topic]));
  const change: PackChange = { added: [], changed: [], removed: [] };
  for (const topic of latter) {
    const old = before.get(topic.id);
    before.delete(topic.id);
    if (old && JSON.stringify(old) === JSON.stringify(topic)) continue;
    const said = old ? readStatements(old) : new Map<string, string>();
    const says = readStatements(topic);
    (old ? change.changed : change.added).push({
      topic: topic.id,
      came: [...says.keys()].filter((path) => said.get(path) !== says.get(path)),
      went: [...said.keys()].filter((path) => !says.has(path)),
    });
  }
  change.removed.push(...before.keys());
  return change;
}

/** What each statement of a topic says, by its path of ids. */
function readStatements({ facts, events, figures, thresholds = [], insights }: Topic): Map<string, string> {
  const lists = { facts, events, figures, thresholds };
  return new Map([
    ...Object.entries(lists).flatMap(([list, items]) =>
      items.map((item) => [`${list}.${item.id}`, sayingOf(item)] as const),
    ),
    ...insights.flatMap(({ id, points }) =>
      points.map((point) => [`insights.${id}.${point.id}`, sayingOf(point)] as const),
    ),
  ]);
}

/** What a statement says, without where it stands and what it is checked at. */
function sayingOf(statement: { sources: string[]; key?: boolean | undefined }): string {
  const { sources: _, key: __, ...said } = statement;
  return JSON.stringify(said);
}
