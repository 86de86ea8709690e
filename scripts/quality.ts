/**
 * `npm run quality`: how well the shipped packs find what the labelled snippets mark, by group, class and language,
 * as a table, which it also writes into the README. `-- --holdout` does so with the snippets that are kept apart;
 * `-- --grid` does so with those that are put together from words, and writes nothing;
 * `-- --of PATTERN` scores those whose `split/class/language/id` matches, and writes nothing; `-- --list` names every mention that
 * is wrong, missed or opens another card.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compileIndex } from '@/lib/detect/compile-index';
import { findMentions } from '@/lib/detect/find-mentions';
import { loadWhole } from '@/lib/detect/load-whole';
import { readGrid } from '@/tests/lib/detect/grid-snippets';
import {
  type Judged,
  readSnippets,
  type Score,
  type Snippet,
  scoreSnippet,
} from '@/tests/lib/detect/labelled-snippets';
import { readShippedTopics } from './packs/read-shipped.ts';

/** A snippet with what came of it. */
type Scored = { snippet: Snippet; score: Score };
type Row = [name: string, ...cells: string[]];

const README = new URL('../README.md', import.meta.url);
const HEAD: Row = ['', 'snippets', 'found', 'wrong', 'missed', 'precision', 'recall', 'F1'];

const { values } = parseArgs({
  options: {
    grid: { type: 'boolean', default: false },
    holdout: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    of: { type: 'string' },
  },
});
const split = values.holdout ? 'holdout' : 'dev';
const index = loadWhole(compileIndex(readShippedTopics()));
const scored = (values.grid ? readGrid() : readSnippets())
  .filter((one) =>
    values.of
      ? new RegExp(values.of).test(`${one.split}/${one.kind}/${one.lang}/${one.id}`)
      : values.grid || one.split === split,
  )
  .map((snippet) => ({ snippet, score: scoreSnippet(snippet, findMentions(index, snippet.text)) }));

const rows = [
  toRow('all', scored),
  ...['huawei', 'nvidia', 'ascend', 'export-controls'].map((group) => toRow(group, scored, group)),
  ...toRows(scored, ({ kind }) => kind),
  ...toRows(scored, ({ lang }) => lang),
];
const table = [HEAD, HEAD.map(() => '---') as Row, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const levels = (['sentence', 'paragraph', 'page', 'neutral'] as const)
  .map((by) => [by, countCards(by)] as const)
  .filter(([, count]) => count);
const cards = [
  `Right card, where the sentence names who imposes: ${countCards(undefined) ?? 'none'}.`,
  ...(levels.length ? ['In articles of several paragraphs, by the nearest text that names them:', ''] : []),
  ...levels.map(([by, count]) => `- ${by}: ${count}`),
].join('\n');
console.log(`${table}\n\n${cards}`);
if (values.list) list();
if (!values.of && !values.grid) writeReadme(`${table}\n\n${cards}\n`);

function toRows(all: Scored[], nameOf: (snippet: Snippet) => string): Row[] {
  const parts = Map.groupBy(all, ({ snippet }) => nameOf(snippet));
  return [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => toRow(name, part));
}

function toRow(name: string, part: Scored[], group?: string): Row {
  const count = (kind: 'found' | 'wrong' | 'missed') =>
    part.flatMap(({ score }) => score[kind]).filter((judged) => !group || judged.group === group).length;
  const [found, wrong, missed] = [count('found'), count('wrong'), count('missed')];
  const [precision, recall] = [share(found, wrong), share(found, missed)];
  const sum = precision !== null && recall !== null ? precision + recall : 0;
  const f1 = precision !== null && recall !== null && sum > 0 ? (2 * precision * recall) / sum : null;
  const snippets = group ? part.filter(({ score }) => hasGroup(score, group)).length : part.length;
  return [name, ...[snippets, found, wrong, missed].map(String), ...[precision, recall, f1].map(toFixed)];
}

/** How many mentions whose card is told by this open the right one; null where there are none. */
function countCards(by: Judged['by']): string | null {
  const [named, misled, misplaced] = (['named', 'misled', 'misplaced'] as const).map(
    (kind) => scored.flatMap(({ score }) => score[kind]).filter((judged) => judged.by === by).length,
  ) as [number, number, number];
  return named ? `${named - misled} of ${named}, a wrong regime in ${misplaced}` : null;
}

function hasGroup({ found, wrong, missed }: Score, group: string): boolean {
  return [...found, ...wrong, ...missed].some((judged) => judged.group === group);
}

function share(found: number, others: number): number | null {
  return found + others === 0 ? null : found / (found + others);
}

function toFixed(value: number | null): string {
  return value === null ? '' : value.toFixed(3);
}

function list(): void {
  for (const kind of ['wrong', 'missed', 'misled'] as const) {
    for (const { group, said } of scored.flatMap(({ score }) => score[kind])) {
      console.log(`${kind} ${group} ${said}`);
    }
  }
}

function writeReadme(text: string): void {
  const readme = readFileSync(README, 'utf8');
  const [before, , after] = readme.split(
    new RegExp(`(?<=<!-- quality of ${split} -->\n)([^]*?)(?=<!-- /quality -->)`),
  );
  if (after === undefined) throw new Error('README.md has no place for the table.');
  writeFileSync(README, `${before}${text}${after}`);
}
