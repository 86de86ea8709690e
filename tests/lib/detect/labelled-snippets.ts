import { readdirSync, readFileSync } from 'node:fs';
import type { Mention } from '@/lib/detect/mention';

const FOLDER = new URL('../../fixtures/mentions/', import.meta.url);
const GROUPS: Record<string, string> = { h: 'huawei', n: 'nvidia', a: 'ascend', e: 'export-controls' };

/** `opens`: the card that this mention of export controls must open; null where nobody is named who imposes. */
type Span = { start: number; end: number; group: string; opens?: string | null };

/**
 * A snippet with its mentions marked in the text: `{h:…}`, `{n:…}`, `{a:…}`, `{e:…}`. `alt` are spans as good as
 * the marked one they overlap; a mention inside `optional` is neither right nor wrong. `isHoldout`: scored only for a report, never while rules are
 * written.
 */
export type Snippet = {
  id: string;
  lang: string;
  kind: string;
  text: string;
  mentions: Span[];
  alt: Span[];
  optional: Span[];
  isHoldout: boolean;
};

type Written = {
  id: string;
  lang: string;
  text: string;
  alt?: string[];
  optional?: string[];
  /** The card that the snippet's mentions of export controls must open: one for all, or for each in turn. */
  opens?: string | string[];
  split?: 'dev' | 'holdout';
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

/** All snippets of `tests/fixtures/mentions`; `kind` is the name of their file. */
export function readSnippets(): Snippet[] {
  return readdirSync(FOLDER).flatMap((file) => {
    const written: Written[] = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
    return written.map(({ id, lang, text: marked, alt = [], optional = [], opens, split }) => {
      const { text, mentions } = readMarks(marked);
      const ruled = mentions.filter(({ group }) => group === 'export-controls');
      ruled.forEach((mention, at) => {
        mention.opens = (typeof opens === 'string' ? opens : opens?.[at]) ?? null;
      });
      const kind = file.replace('.json', '');
      return {
        id,
        lang,
        kind,
        text,
        mentions,
        alt: findAll(text, alt),
        optional: findAll(text, optional),
        isHoldout: split === 'holdout',
      };
    });
  });
}

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end;
const isSame = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start === b.start && a.end === b.end;

/** A mention that was judged: its group, and in words what and where it is. */
export type Judged = { group: string; said: string };

/**
 * Found, wrong and missed mentions of the four core groups. `named`: those found in sentences that name who imposes;
 * `misled`: those of them that open another card.
 */
export type Score = { found: Judged[]; wrong: Judged[]; missed: Judged[]; named: number; misled: Judged[] };

/** Strict: a mention counts when its span is the marked one or an `alt` of it, in the right group. */
export function scoreSnippet(snippet: Snippet, predicted: Mention[]): Score {
  const core = predicted.filter(({ group }) => Object.values(GROUPS).includes(group));
  const score: Score = { found: [], wrong: [], missed: [], named: 0, misled: [] };
  const judge = ({ start, end, group }: Span, rest = ''): Judged => ({
    group,
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
      score.named += 1;
      if (mention.opens !== gold.opens)
        score.misled.push(judge(mention, ` opens ${mention.opens}, not ${gold.opens}`));
    } else if (!snippet.optional.some((span) => overlaps(span, mention))) score.wrong.push(judge(mention));
  }
  return score;
}
