/** Notes as one HTML file that needs nothing else: for reading, printing, handing on. It runs no script and loads nothing. */
import { escapeHtml, toOneLine, toWebAddress } from '@/lib/model/escape-text';
import { formatDate, formatMoment, todayOf } from '@/lib/time/format-date';
import type { ToldArticle, ToldNote, Words } from './tell-notes';
import { toTextFragment } from './text-fragment';

/** The texts of the file, one for each note and what stands around them. */
export function* toHtml(articles: readonly ToldArticle[], { t }: Words, now: Date): Generator<string> {
  const title = escapeHtml(t('exported.title'));
  yield `<!doctype html>
<html lang="${escapeHtml(t('shared.locale'))}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="beside">${escapeHtml(t('exported.on', [formatDate(todayOf(now), t)]))}</p>
`;
  for (const article of articles) yield* tellArticle(article, t);
  yield `</main>
</body>
</html>
`;
}

const STYLE = `
:root { color-scheme: light dark; --muted: light-dark(#5a5a5a, #a8a8a8); --line: light-dark(#d4d4d4, #444); }
body { margin: 0; background: Canvas; color: CanvasText; font: 1rem/1.55 system-ui, sans-serif; }
main { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 0.25rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 1.2rem; line-height: 1.3; }
article { margin: 1.5rem 0; }
blockquote { margin: 0 0 0.25rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
.text { white-space: pre-wrap; margin: 0 0 0.75rem; }
.beside { margin: 0 0 0.75rem; }
.beside, .statement { color: var(--muted); font-size: 0.875rem; }
a { color: inherit; }
@media print {
  :root { color-scheme: light; }
  main { max-width: none; padding: 0; }
  article, blockquote { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`;

function* tellArticle({ target, notes }: ToldArticle, t: Words['t']): Generator<string> {
  const title =
    target === null ? t('exported.withoutPage') : toOneLine(target.title) || t('notes.item.untitled');
  const published = target?.published;
  yield `<section>\n<h2 dir="auto">${toLink(target?.url, title)}</h2>\n`;
  if (published)
    yield `<p class="beside">${escapeHtml(t('exported.published', [formatDate(published, t)]))}</p>\n`;
  for (const told of notes) yield `${tellNote(told, t)}\n`;
  yield '</section>\n';
}

function tellNote({ note, topics, statement }: ToldNote, t: Words['t']): string {
  const { target, event, body, versions, tags, createdAt } = note;
  const { url, selectors } = target ?? {};
  const address = toWebAddress(url);
  const about = [
    t('exported.noted', [formatMoment(createdAt, t)]),
    ...topics,
    ...tags.map((tag) => `#${tag}`),
  ];
  const link = address && selectors ? toLink(toTextFragment(address, selectors), t('exported.open')) : '';
  return [
    '<article>',
    ...(selectors
      ? [
          `<blockquote dir="auto">${escapeHtml(selectors.quote.exact)}</blockquote>`,
          ...(link === '' ? [] : [`<p class="beside">${link}</p>`]),
        ]
      : []),
    ...(event
      ? [
          `<p class="beside">${escapeHtml(t('notes.event.yours', [formatDate(event.date, t)]))}</p>`,
          toText(event.text),
        ]
      : []),
    ...(body === '' ? [] : [toText(body)]),
    ...versions.flatMap((text) => [
      `<p class="beside">${escapeHtml(t('notes.item.another'))}</p>`,
      toText(text),
    ]),
    ...(statement ? [`<div class="statement">${statement.html}</div>`] : []),
    `<p class="beside" dir="auto">${about.map(escapeHtml).join(' · ')}</p>`,
    '</article>',
  ].join('\n');
}

function toText(text: string): string {
  return `<div class="text" dir="auto">${escapeHtml(text)}</div>`;
}

function toLink(url: string | undefined, text: string): string {
  const address = toWebAddress(url);
  const escaped = escapeHtml(text);
  return address ? `<a href="${escapeHtml(address)}" rel="noreferrer">${escaped}</a>` : escaped;
}
