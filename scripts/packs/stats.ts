/** `npm run pack:stats`: what the shipped pack holds, counted. */
import type { Fact, Topic } from '@/lib/model/pack';
import { readShippedTopics } from '../shipped-topics.ts';

const topics = await readShippedTopics();
const statements = topics.flatMap(({ facts, events, figures, thresholds = [], insights }) => [
  ...facts,
  ...events,
  ...figures,
  ...thresholds,
  ...insights.flatMap(({ points }) => points),
]);
const plans = topics
  .flatMap(({ facts, events }): Fact[] => [...facts, ...events])
  .filter(({ status, due }) => status === 'planned' || due);

print('topics by kind', count(topics.map(({ kind }) => kind)));
print('topics by group', count(topics.map(({ group }) => group)));
print('statements', {
  facts: countIn(({ facts }) => facts),
  events: countIn(({ events }) => events),
  figures: countIn(({ figures }) => figures),
  thresholds: countIn(({ thresholds = [] }) => thresholds),
  questions: countIn(({ insights }) => insights),
  points: countIn(({ insights }) => insights.flatMap(({ points }) => points)),
  relations: countIn(({ relations }) => relations),
});
print(
  'figures by measure',
  count(topics.flatMap(({ figures }) => figures.map(({ measure }) => measure ?? 'none shared'))),
);
print('statements by status', count(statements.map(({ status }) => status)));
print('plans by outcome', count(plans.map(({ outcome }) => outcome?.result ?? 'none yet')));
print('sources by tier', shares(topics.flatMap(({ sources }) => sources.map(({ tier }) => tier))));
print('sources without an address', {
  sources: topics.flatMap(({ sources }) => sources).filter(({ url }) => !url).length,
});
print('terms by language', count(topics.flatMap(({ terms }) => terms.map(({ lang }) => lang))));
print('families by language', count(topics.flatMap(({ families = [] }) => families.map(({ lang }) => lang))));
print(
  'topics named in a language',
  count(topics.flatMap(({ names }) => [...new Set(names.map(({ lang }) => lang))])),
);
print('dates', {
  'newest statement': newest(statements.flatMap(({ date }) => date ?? [])),
  'newest knownUntil': newest(topics.map(({ knownUntil }) => knownUntil)),
});

function countIn(of: (topic: Topic) => unknown[]): number {
  return topics.reduce((sum, topic) => sum + of(topic).length, 0);
}

/** How often each value stands there, most first. */
function count(values: string[]): Record<string, number> {
  const counts = [...Map.groupBy(values, (value) => value)].map(
    ([value, all]) => [value, all.length] as const,
  );
  return Object.fromEntries(counts.toSorted((a, b) => b[1] - a[1]));
}

function shares(values: string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(count(values)).map(([value, many]) => [
      value,
      `${many} (${((100 * many) / values.length).toFixed(1)} %)`,
    ]),
  );
}

function newest(dates: string[]): string {
  return dates.toSorted().at(-1) ?? 'none';
}

/** A line with the sum where the values are numbers, and the values. */
function print(title: string, values: Record<string, number | string>): void {
  const numbers = Object.values(values).filter((value) => typeof value === 'number');
  const sum = numbers.length > 1 ? `${numbers.reduce((total, value) => total + value, 0)}: ` : '';
  const listed = Object.entries(values).map(([name, value]) => `${name} ${value}`);
  console.log(`${title.padEnd(28)}${sum}${listed.join(', ')}`);
}
