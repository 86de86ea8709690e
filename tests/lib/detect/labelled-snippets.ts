import { readdirSync, readFileSync } from 'node:fs';
import type { Mention } from '@/lib/detect/mention';

const FOLDER = new URL('../../fixtures/mentions/', import.meta.url);
const GROUPS: Record<string, string> = { h: 'huawei', n: 'nvidia', a: 'ascend', e: 'export-controls' };

type Span = { start: number; end: number; group: string };

/**
 * A snippet with its mentions marked in the text: `{h:…}`, `{n:…}`, `{a:…}`, `{e:…}`. `alt` are spans as good as
 * the marked one they overlap; a mention inside `optional` is neither right nor wrong. `opens`: the card that
 * every export-control mention of the snippet must open.
 */
export type Snippet = {
  id: string;
  lang: string;
  kind: string;
  text: string;
  mentions: Span[];
  alt: Span[];
  optional: Span[];
  opens: string | null;
};

type Written = {
  id: string;
  lang: string;
  text: string;
  alt?: string[];
  optional?: string[];
  opens?: string;
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
    const start = text.indexOf(part);
    if (start < 0) throw new Error(`"${part}" is not in "${text}"`);
    return [{ start, end: start + part.length, group: '' }];
  });
}

/** All snippets of `tests/fixtures/mentions`; `kind` is the name of their file. */
export function readSnippets(): Snippet[] {
  return readdirSync(FOLDER).flatMap((file) => {
    const written: Written[] = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
    return written.map(({ id, lang, text: marked, alt = [], optional = [], opens }) => {
      const { text, mentions } = readMarks(marked);
      const kind = file.replace('.json', '');
      return {
        id,
        lang,
        kind,
        text,
        mentions,
        alt: findAll(text, alt),
        optional: findAll(text, optional),
        opens: opens ?? null,
      };
    });
  });
}

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end;
const isSame = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start === b.start && a.end === b.end;

/** Found, wrong, missed and wrongly opened mentions of the four core groups, the latter three in words. */
export type Score = { found: number; wrong: string[]; missed: string[]; misled: string[] };

/** Strict: a mention counts when its span is the marked one or an `alt` of it, in the right group. */
export function scoreSnippet(snippet: Snippet, predicted: Mention[]): Score {
  const core = predicted.filter(({ group }) => Object.values(GROUPS).includes(group));
  const score: Score = { found: 0, wrong: [], missed: [], misled: [] };
  const show = ({ start, end }: { start: number; end: number }) =>
    `${snippet.id}: ${snippet.text.slice(start, end)}`;
  const isFit = (mention: Mention, gold: Span) =>
    mention.group === gold.group &&
    (isSame(mention, gold) || snippet.alt.some((alt) => isSame(mention, alt) && overlaps(alt, gold)));
  for (const gold of snippet.mentions) {
    if (core.some((mention) => isFit(mention, gold))) score.found++;
    else score.missed.push(show(gold));
  }
  for (const mention of core) {
    if (snippet.mentions.some((gold) => isFit(mention, gold))) {
      if (snippet.opens && mention.group === 'export-controls' && mention.opens !== snippet.opens) {
        score.misled.push(`${show(mention)} opens ${mention.opens}, not ${snippet.opens}`);
      }
    } else if (!snippet.optional.some((span) => overlaps(span, mention)))
      score.wrong.push(`${show(mention)} (${mention.group})`);
  }
  return score;
}
