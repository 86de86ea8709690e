/** Notes as Markdown: all in one file, or a file for each article. For reading on; nothing reads them back. */
import { escapeMarkdown, toOneLine, toWebAddress } from '@/lib/model/escape-text';
import type { Target } from '@/lib/model/note';
import { formatDate, formatMoment, todayOf } from '@/lib/time/format-date';
import { toBody, toFileName, toTag, toYaml } from './markdown-parts';
import type { ToldArticle, ToldNote, Words } from './tell-notes';
import { toTextFragment } from './text-fragment';

/** The texts of one file with the notes on all articles, under a heading for each. */
export function* toMarkdown(articles: readonly ToldArticle[], { t }: Words, now: Date): Generator<string> {
  const title = t('exported.title');
  const tags = articles.flatMap(({ notes }) => notes.flatMap(({ note }) => note.tags));
  yield frontMatter({ title, date: todayOf(now), tags });
  yield `\n\n# ${escapeMarkdown(title)}`;
  for (const article of articles) {
    yield `\n\n## ${heading(article, t)}`;
    yield* tellArticle(article, t);
  }
  yield '\n';
}

/**
 * A file for each article, with front matter for Obsidian, by names that no system minds: its texts. Each name is there
 * once.
 */
export function* toMarkdownFiles(
  articles: readonly ToldArticle[],
  { t }: Words,
): Generator<[name: string, texts: Iterable<string>]> {
  const taken = new Map<string, number>();
  for (const article of articles)
    yield [`${toFileName(titleOf(article.target, t), taken)}.md`, tellFile(article, t)];
}

function* tellFile(article: ToldArticle, t: Words['t']): Generator<string> {
  const { target, notes } = article;
  const first = notes.reduce(
    (earliest, { note }) => Math.min(earliest, note.createdAt),
    Number.POSITIVE_INFINITY,
  );
  yield frontMatter({
    title: titleOf(target, t),
    url: toWebAddress(target?.url),
    date: target?.published ?? todayOf(new Date(first)),
    tags: notes.flatMap(({ note }) => note.tags),
  });
  yield `\n\n# ${heading(article, t)}`;
  yield* tellArticle(article, t);
  yield '\n';
}

function frontMatter({
  title,
  url,
  date,
  tags,
}: {
  title: string;
  url?: string | undefined;
  date: string;
  tags: string[];
}): string {
  const names = [...new Set(tags.map(toTag))].filter((tag) => tag !== '');
  return [
    '---',
    `title: ${toYaml(title)}`,
    ...(url ? [`url: ${toYaml(url)}`] : []),
    // A day as YAML has them; a coarser date is a text.
    `date: ${/^\d{4}-\d\d-\d\d$/.test(date) ? date : toYaml(date)}`,
    names.length === 0 ? 'tags: []' : ['tags:', ...names.map((tag) => `  - ${toYaml(tag)}`)].join('\n'),
    '---',
  ].join('\n');
}

function heading({ target }: ToldArticle, t: Words['t']): string {
  const title = escapeMarkdown(titleOf(target, t));
  const address = toWebAddress(target?.url);
  return address ? `[${title}](<${address}>)` : title;
}

function titleOf(target: Target | null, t: Words['t']): string {
  if (target === null) return t('exported.withoutPage');
  return toOneLine(target.title) || t('notes.item.untitled');
}

function* tellArticle({ target, notes }: ToldArticle, t: Words['t']): Generator<string> {
  const published = target?.published;
  if (published) yield `\n\n${t('exported.published', [formatDate(published, t)])}`;
  for (const [place, told] of notes.entries())
    yield `${place === 0 ? '\n\n' : '\n\n* * *\n\n'}${tellNote(told, t).join('\n\n')}`;
}

function tellNote({ note, topics, statement }: ToldNote, t: Words['t']): string[] {
  const { target, event, body, versions, tags, createdAt } = note;
  const about = [t('exported.noted', [formatMoment(createdAt, t)]), ...topics].map((part) =>
    escapeMarkdown(toOneLine(part)),
  );
  const named = [...new Set(tags.map(toTag))].filter((tag) => tag !== '').map((tag) => `#${tag}`);
  return [
    ...(target?.selectors ? [quote(target, t)] : []),
    ...(event
      ? [`**${escapeMarkdown(t('notes.event.yours', [formatDate(event.date, t)]))}**`, toBody(event.text)]
      : []),
    ...(body === '' ? [] : [toBody(body)]),
    ...versions.flatMap((text) => [`**${escapeMarkdown(t('notes.item.another'))}**`, toBody(text)]),
    ...(statement ? [statement.markdown] : []),
    [about.join(' · '), ...named].join(' '),
  ];
}

function quote({ url, selectors }: Target, t: Words['t']): string {
  const address = toWebAddress(url);
  const link = address && selectors ? toWebAddress(toTextFragment(address, selectors)) : undefined;
  return [
    `> ${escapeMarkdown(toOneLine(selectors?.quote.exact ?? ''))}`,
    ...(link ? ['>', `> [${escapeMarkdown(t('exported.open'))}](<${link}>)`] : []),
  ].join('\n');
}
