/**
 * A statement of a card with everything it can be checked at, for another document: as plain text, as HTML and as
 * Markdown. All of it is text from packs and pages, so whatever could act in the place it is pasted into is escaped.
 */
import { escapeHtml, escapeMarkdown, toOneLine, toWebAddress } from '@/lib/model/escape-text';
import type { Outcome, PackManifest, Source } from '@/lib/model/pack';
import { type ReadText, readText } from '@/lib/model/read-text';
import type { PlanState } from '@/lib/time/as-of';
import type { CoarseDate } from '@/lib/time/coarse-date';
import { formatDate, type Translate } from '@/lib/time/format-date';
import { type Mark, markWord } from './words';

/** The article that the card stands beside. */
export type CitedArticle = { title: string; canonical: string };

/** What is cited. `by`: who holds the view; `pack` and `article` null where there is none. */
export type Cited = {
  topic: ReadText;
  text: ReadText;
  mark: Mark;
  by?: ReadText | undefined;
  date?: CoarseDate | undefined;
  until?: CoarseDate | undefined;
  plan?: PlanState | null | undefined;
  sources: readonly Source[];
  pack: PackManifest | null;
  article: CitedArticle | null;
};

/** The three forms of one citation. */
export type Citation = { text: string; html: string; markdown: string };

/** A piece of a line; `href` is where it leads. */
type Part = { text: string; href?: string | undefined };

/** The citation of a statement in the reader's languages. */
export function citeStatement(cited: Cited, languages: readonly string[], t: Translate): Citation {
  const quote = { ...cited.text, text: toOneLine(cited.text.text) };
  const lines = toLines(cited, languages, t).map((line) =>
    line.map(({ text, href }) => ({ text: toOneLine(text), href: toWebAddress(href) })),
  );
  return {
    text: [quote.text, ...lines.map(lineToText)].join('\n'),
    html: `<blockquote${toLang(quote.lang)}>${escapeHtml(quote.text)}</blockquote>\n<p>${lines.map(lineToHtml).join('<br>\n')}</p>`,
    markdown: [`> ${escapeMarkdown(quote.text)}`, '', lines.map(lineToMarkdown).join('  \n')].join('\n'),
  };
}

function toLines(cited: Cited, languages: readonly string[], t: Translate): Part[][] {
  const { topic, text, mark, by, pack, article, sources, plan } = cited;
  const about = [topic.text, markWord(mark, t), dateText(cited, t), by?.text];
  if (plan?.is === 'open' && plan.due !== null) about.push(t('card.due', [formatDate(plan.due, t)]));
  if (plan?.is === 'overdue') about.push(t('card.overdue', [formatDate(plan.due, t)]));
  if (text.isTranslation) about.push(t('card.translated'));
  return [
    about.flatMap((part) => (part === undefined ? [] : [{ text: part }])),
    ...(plan?.is === 'settled' ? [outcomeParts(plan.outcome, languages, t)] : []),
    ...sources.map((source) => sourceParts(source, languages, t)),
    ...(sources.length === 0 ? [[{ text: t('card.noSource') }]] : []),
    ...(pack ? [[{ text: t('card.cite.pack', [readText(pack.name, languages).text, pack.version]) }]] : []),
    ...(article
      ? [
          [
            {
              text: t('card.cite.article', [article.title.trim() || article.canonical]),
              href: article.canonical,
            },
          ],
        ]
      : []),
  ];
}

function dateText({ date, until }: Pick<Cited, 'date' | 'until'>, t: Translate): string {
  if (date === undefined) return t('card.undated');
  const from = formatDate(date, t);
  return until === undefined ? from : t('card.span', [from, formatDate(until, t)]);
}

function outcomeParts(outcome: Outcome, languages: readonly string[], t: Translate): Part[] {
  return [
    { text: t(`card.outcome.${outcome.result}`) },
    ...(outcome.text === undefined ? [] : [{ text: readText(outcome.text, languages).text }]),
    { text: dateText(outcome, t) },
  ];
}

function sourceParts(source: Source, languages: readonly string[], t: Translate): Part[] {
  const origin = readText(source.origin, languages).text;
  const date = source.date === undefined ? null : formatDate(source.date, t);
  return [
    { text: t('card.cite.source', [origin]), href: source.url },
    ...(source.via === undefined ? [] : [{ text: t('card.via', [readText(source.via, languages).text]) }]),
    // "Huawei keynote, 18 Sep 2025" has said it.
    ...(date === null || origin.includes(date) ? [] : [{ text: date }]),
  ];
}

function lineToText(line: readonly Part[]): string {
  return line.flatMap(({ text, href }) => (href ? [text, href] : [text])).join(' · ');
}

function lineToHtml(line: readonly Part[]): string {
  return line
    .map(({ text, href }) => {
      const escaped = escapeHtml(text);
      return href ? `<a href="${escapeHtml(href)}">${escaped}</a>` : escaped;
    })
    .join(' · ');
}

function lineToMarkdown(line: readonly Part[]): string {
  return line
    .map(({ text, href }) => {
      const escaped = escapeMarkdown(text);
      return href ? `[${escaped}](<${href}>)` : escaped;
    })
    .join(' · ');
}

function toLang(lang: string | null): string {
  return lang === null ? '' : ` lang="${escapeHtml(lang)}" dir="auto"`;
}
