/**
 * Packs of 100,000 terms: the shipped topics, and names that nobody has; or for some of these names that stand on the
 * pages themselves, so that the index is not only large but also hit. The same pages give the same packs.
 */
import type { Topic } from '@/lib/model/pack';
import type { BenchPage } from './pages.ts';
import { createRandom, pick } from './random.ts';

const TERMS = 100_000;
const FROM_PAGES = 0.03;
const IN_CHINESE = 0.05;
const TERMS_OF_TOPIC = 20;

const SYLLABLES =
  'ba be bor cal cor da den do el fen gal gor ha hel in jo ka ker la len lo ma mer mi na nor o pa per qui ra ren ro sa sel ta ter u va ver wi xan ya zo'.split(
    ' ',
  );
const KINDS = 'Systems Micro Labs Holdings Technologies Semiconductor Capital Networks Energy Group'.split(
  ' ',
);
/** Of the 20,992 unified ideographs the first few thousand: as good as any for names that nobody has. */
const IDEOGRAPHS = { first: 0x4e00, count: 6_000 };

/** 3,000 names that stand on these pages. */
export function namesOnPages(pages: readonly BenchPage[]): string[] {
  return namesOn(pages, TERMS * FROM_PAGES);
}

/** All words of these pages, in small letters: "data" and "over" are made of the same syllables as the invented names. */
export function wordsOnPages(pages: readonly BenchPage[]): Set<string> {
  return new Set(pages.flatMap(({ html }) => html.toLowerCase().match(/\p{L}+/gu) ?? []));
}

/** The shipped topics and those of these names alone: an index in one part. */
export function makeNamedPack(shipped: readonly Topic[], names: readonly string[]): Topic[] {
  return [...shipped, ...toTopics(names)];
}

/**
 * The topics of a pack of 100,000 terms, in groups of 20 terms behind the shipped ones: these names, and invented ones that
 * are none of these words.
 */
export function makeLargePack(
  shipped: readonly Topic[],
  words: ReadonlySet<string>,
  names: readonly string[] = [],
): Topic[] {
  const random = createRandom(1);
  const had = shipped.reduce((sum, { terms, families }) => sum + terms.length + (families?.length ?? 0), 0);
  const texts = new Set(names);
  while (texts.size < TERMS - had) {
    const name = random() < IN_CHINESE ? inventChineseName(random) : inventName(random);
    if (!words.has(name.toLowerCase())) texts.add(name);
  }
  return [...shipped, ...toTopics([...texts])];
}

function toTopics(texts: readonly string[]): Topic[] {
  const topics: Topic[] = [];
  for (let at = 0; at < texts.length; at += TERMS_OF_TOPIC) {
    topics.push(toTopic(topics.length, texts.slice(at, at + TERMS_OF_TOPIC)));
  }
  return topics;
}

/**
 * Names of one to three words that the pages' text has in the middle of a sentence, every so-many-th of them. A single
 * word that is also written small somewhere is no name.
 */
function namesOn(pages: readonly BenchPage[], count: number): string[] {
  const names = new Set<string>();
  const small = new Set<string>();
  for (const { html } of pages) {
    const text = html.replace(/<(script|style|noscript)[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]+>/g, '\n');
    for (const [word] of text.matchAll(/(?<!\p{L})\p{Ll}{3,}(?!\p{L})/gu)) small.add(word);
    const named = /(?<=[a-z], |[a-z] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,}){0,2}\b/g;
    for (const [name] of text.matchAll(named)) names.add(name);
  }
  const sorted = [...names].filter((name) => !small.has(name.toLowerCase())).sort();
  const step = Math.max(1, sorted.length / count);
  return sorted.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step)).slice(0, count);
}

function inventName(random: () => number): string {
  const words = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, at) =>
    at === 2 ? pick(random, KINDS) : inventWord(random),
  );
  return words.join(' ');
}

function inventWord(random: () => number): string {
  const word = Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(random, SYLLABLES)).join('');
  return word[0]?.toUpperCase() + word.slice(1);
}

function inventChineseName(random: () => number): string {
  const { first, count } = IDEOGRAPHS;
  const length = 2 + Math.floor(random() * 3);
  return String.fromCharCode(...Array.from({ length }, () => first + Math.floor(random() * count)));
}

function toTopic(number: number, texts: string[]): Topic {
  return {
    id: `made-${number}`,
    group: 'made',
    kind: 'company',
    names: [{ text: texts[0] as string, lang: 'en' }],
    summary: 'A topic of the bench.',
    knownUntil: '2026-01',
    terms: texts.map((text) => ({ text, lang: 'en' })),
    facts: [],
    events: [],
    figures: [],
    insights: [],
    relations: [],
    sources: [],
  };
}
