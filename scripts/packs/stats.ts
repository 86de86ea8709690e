/** `npm run pack:stats`: what the shipped pack holds, counted, and how old its newest word is. */
import type { Fact, Topic } from '@/lib/model/pack';
import type { PackText } from '@/lib/model/pack-fields';
import { firstDay } from '@/lib/time/coarse-date';
import { readShippedTopics } from './read-shipped.ts';

const topics = readShippedTopics();
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
print('sources', {
  'entries of topics': `${countIn(({ sources }) => sources)}`,
  'without an address': `${countIn(({ sources }) => sources.filter(({ url }) => !url))}`,
  'different addresses': `${new Set(topics.flatMap(({ sources }) => sources.flatMap(({ url }) => url ?? []))).size}`,
});
print('terms by language', count(topics.flatMap(({ terms }) => terms.map(({ lang }) => lang))));
print('families by language', count(topics.flatMap(({ families = [] }) => families.map(({ lang }) => lang))));
print(
  'topics named in a language',
  count(topics.flatMap(({ names }) => [...new Set(names.map(({ lang }) => lang))])),
);
print('summaries in a language', count(topics.flatMap(({ summary }) => languagesOf(summary))));
print('dates', {
  'newest fact or event': describeAge(topics.flatMap(({ facts, events }) => [...facts, ...events])),
  'newest statement': describeAge(statements),
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

function languagesOf(text: PackText): string[] {
  return typeof text === 'string' ? ['en'] : Object.keys(text);
}

/** By first day: a date as coarse as a year is no news of its December. */
function newest(dates: string[]): string {
  return dates.toSorted((a, b) => Date.parse(firstDay(a)) - Date.parse(firstDay(b))).at(-1) ?? 'none';
}

/** The newest date and how long ago it was: its first day, where it is coarse. */
function describeAge(dated: { date?: string | undefined }[]): string {
  const date = newest(dated.flatMap(({ date }) => date ?? []));
  if (date === 'none') return date;
  const days = Math.floor((Date.now() - Date.parse(firstDay(date))) / 86_400_000);
  return `${date} (${days} days ago at most)`;
}

/** A line with the sum where the values are numbers, and the values. */
function print(title: string, values: Record<string, number | string>): void {
  const numbers = Object.values(values).filter((value) => typeof value === 'number');
  const sum = numbers.length > 1 ? `${numbers.reduce((total, value) => total + value, 0)}: ` : '';
  const listed = Object.entries(values).map(([name, value]) => `${name} ${value}`);
  console.log(`${title.padEnd(28)}${sum}${listed.join(', ')}`);
}
