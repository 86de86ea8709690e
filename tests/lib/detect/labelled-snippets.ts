import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Mention } from '@/lib/detect/mention';

const FOLDER = join(import.meta.dirname, '../../fixtures/mentions');
const GROUPS: Record<string, string> = { h: 'huawei', n: 'nvidia', a: 'ascend', e: 'export-controls' };
/** The card that lists the regimes: what a mention opens where it is not told whose controls it is about. */
const NEUTRAL = 'export-controls';

/** The nearest text that tells a reader whose controls a mention in an article is about; `neutral`: none does. */
type By = 'sentence' | 'paragraph' | 'page' | 'neutral';

/** `opens`: the card that this mention of export controls must open; null where nobody is named who imposes. */
type Span = { start: number; end: number; group: string; opens?: string | null; by?: By | undefined };

/**
 * A snippet with its mentions marked in the text: `{h:…}`, `{n:…}`, `{a:…}`, `{e:…}`. `alt` are spans as good as
 * the marked one they overlap; a mention inside `optional` is neither right nor wrong. `split`, `kind` and `lang` are where its file
 * stands; `holdout` is scored only for a report, never while rules are written.
 */
export type Snippet = {
  id: string;
  split: 'dev' | 'holdout' | 'grid';
  kind: string;
  lang: string;
  text: string;
  mentions: Span[];
  alt: Span[];
  optional: Span[];
};

type Written = {
  id: string;
  /** An article is a list of its paragraphs. */
  text: string | string[];
  alt?: string[];
  optional?: string[];
  /** The card that the snippet's mentions of export controls must open: one for all, or for each in turn. */
  opens?: string | string[];
  /** For each mention of export controls in turn, in articles. */
  by?: By[];
};

function readMarks(marked: string): { text: string; mentions: Span[] } {
  const mentions: Span[] = [];
  let text = '';
  let last = 0;
  for (const mark of marked.matchAll(/\{([hnae]):([^}]+)\}/g)) {
    text += marked.slice(last, mark.index);
    const start = text.length;
    text += mark[2];
    mentions.push({ start, end: text.length, group: GROUPS[mark[1] as string] as string });
    last = mark.index + mark[0].length;
  }
  return { text: text + marked.slice(last), mentions };
}

function findAll(text: string, parts: string[]): Span[] {
  return parts.flatMap((part) => {
    const spans: Span[] = [];
    for (let start = text.indexOf(part); start >= 0; start = text.indexOf(part, start + 1)) {
      spans.push({ start, end: start + part.length, group: '' });
    }
    if (spans.length === 0) throw new Error(`"${part}" is not in "${text}"`);
    return spans;
  });
}

/** All snippets of `tests/fixtures/mentions`, as its README has them. */
export function readSnippets(): Snippet[] {
  return globSync('{dev,holdout}/*/*.jsonl', { cwd: FOLDER })
    .sort()
    .flatMap((path) => {
      const [split, kind, lang] = path.replace('.jsonl', '').split(sep) as [Snippet['split'], string, string];
      const lines = readFileSync(join(FOLDER, path), 'utf8').trimEnd().split('\n');
      return lines.map((line) => ({ split, kind, lang, ...toSnippet(JSON.parse(line)) }));
    });
}

/** A snippet as it is written, with its marks read. */
export function toSnippet({ id, text: marked, alt = [], optional = [], opens, by }: Written) {
  const { text, mentions } = readMarks([marked].flat().join('\n\n'));
  const ruled = mentions.filter(({ group }) => group === 'export-controls');
  ruled.forEach((mention, at) => {
    mention.opens = (typeof opens === 'string' ? opens : opens?.[at]) ?? null;
    mention.by = by?.[at];
  });
  return { id, text, mentions, alt: findAll(text, alt), optional: findAll(text, optional) };
}

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end;
const isSame = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start === b.start && a.end === b.end;

/** A mention that was judged: its group, in words what and where it is, and what tells its card. */
export type Judged = { group: string; said: string; by?: By | undefined };

/**
 * Found, wrong and missed mentions of the four core groups. `named`: those found in text that tells their card;
 * `misled`: those of them that open another card; `misplaced`: those of the misled that open the card of a wrong regime.
 */
export type Score = Record<'found' | 'wrong' | 'missed' | 'named' | 'misled' | 'misplaced', Judged[]>;

/** Strict: a mention counts when its span is the marked one or an `alt` of it, in the right group. */
export function scoreSnippet(snippet: Snippet, predicted: Mention[]): Score {
  const core = predicted.filter(({ group }) => Object.values(GROUPS).includes(group));
  const score: Score = { found: [], wrong: [], missed: [], named: [], misled: [], misplaced: [] };
  const judge = ({ start, end, group, by }: Span, rest = ''): Judged => ({
    group,
    by,
    said: `${snippet.id}: ${snippet.text.slice(start, end)}${rest}`,
  });
  const isFit = (mention: Mention, gold: Span) =>
    mention.group === gold.group &&
    (isSame(mention, gold) || snippet.alt.some((alt) => isSame(mention, alt) && overlaps(alt, gold)));
  for (const gold of snippet.mentions) {
    (core.some((mention) => isFit(mention, gold)) ? score.found : score.missed).push(judge(gold));
  }
  for (const mention of core) {
    const gold = snippet.mentions.find((gold) => isFit(mention, gold));
    if (gold) {
      if (!gold.opens) continue;
      const judged = judge(gold, ` opens ${mention.opens}, not ${gold.opens}`);
      score.named.push(judged);
      if (mention.opens === gold.opens) continue;
      score.misled.push(judged);
      if (mention.opens !== NEUTRAL) score.misplaced.push(judged);
    } else if (!snippet.optional.some((span) => overlaps(span, mention))) score.wrong.push(judge(mention));
  }
  return score;
}
