/** Notes as Markdown: all in one file, or a file for each article. For reading on; nothing reads them back. */
import { escapeMarkdown, toOneLine, toWebAddress } from '@/lib/model/escape-text';
import type { Target } from '@/lib/model/note';
import { formatDate, formatMoment, todayOf } from '@/lib/time/format-date';
import { mapPaced } from './map-paced';
import { toBody, toFileName, toTag, toYaml } from './markdown-parts';
import type { ToldArticle, ToldNote, Words } from './tell-notes';
import { toTextFragment } from './text-fragment';

/** One file with the notes on all articles, under a heading for each. */
export async function toMarkdown(articles: readonly ToldArticle[], { t }: Words, now: Date): Promise<string> {
  const title = t('exported.title');
  const tags = articles.flatMap(({ notes }) => notes.flatMap(({ note }) => note.tags));
  const told = await mapPaced(articles, (article) => [
    `## ${heading(article, t)}`,
    ...tellArticle(article, t),
  ]);
  return [frontMatter({ title, date: todayOf(now), tags }), `# ${escapeMarkdown(title)}`, ...told.flat()]
    .join('\n\n')
    .concat('\n');
}

/** A file for each article, with front matter for Obsidian, by names that no system minds. Each name is there once. */
export async function toMarkdownFiles(
  articles: readonly ToldArticle[],
  { t }: Words,
): Promise<[name: string, text: string][]> {
  const taken = new Set<string>();
  return mapPaced(articles, (article) => {
    const { target, notes } = article;
    const title = titleOf(target, t);
    const first = Math.min(...notes.map(({ note }) => note.createdAt));
    const text = [
      frontMatter({
        title,
        url: toWebAddress(target?.url),
        date: target?.published ?? todayOf(new Date(first)),
        tags: notes.flatMap(({ note }) => note.tags),
      }),
      `# ${heading(article, t)}`,
      ...tellArticle(article, t),
    ];
    return [`${toFileName(title, taken)}.md`, `${text.join('\n\n')}\n`];
  });
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

function tellArticle({ target, notes }: ToldArticle, t: Words['t']): string[] {
  const published = target?.published;
  return [
    ...(published ? [t('exported.published', [formatDate(published, t)])] : []),
    notes.map((told) => tellNote(told, t).join('\n\n')).join('\n\n* * *\n\n'),
  ];
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
