import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { i18n } from '#i18n';
import { listNotes } from '@/lib/db/notes';
import { replacePack } from '@/lib/db/packs';
import { type ExportFormat, exportAs } from '@/lib/exchange/export-as';
import { importNotes } from '@/lib/exchange/import-notes';
import { createNote, editNote, hideNote } from '@/lib/notes/write-note';
import { makeDraft, makeFigure, makePack, makeQuote, makeTarget, makeTopic } from '@/tests/builders';
import { findViolations } from '../../axe';
import { speak } from '../../speak';
import { emptyDatabaseBeforeEach } from '../../stored';

emptyDatabaseBeforeEach();

const NOW = new Date(2026, 10, 29, 12);
const write = (format: ExportFormat) => exportAs(format, { languages: ['en'], t: i18n.t }, NOW);
const textOf = async (format: ExportFormat) => (await write(format)).content.text();

const HOSTILE = '<img src=x onerror=alert(1)> ![x](https://tracker.example/x.png) [[link]]';

beforeEach(async () => {
  const topic = makeTopic();
  const figures = [makeFigure('card-memory-bandwidth', 4)];
  const insights = [
    {
      id: 'gap',
      question: 'How far behind?',
      points: [
        {
          id: 'ours',
          text: 'Years behind.',
          opinion: 'sidelight' as const,
          status: 'claimed' as const,
          sources: [],
        },
      ],
      topics: [],
    },
  ];
  await replacePack(makePack([{ ...topic, figures, insights }]));
});

async function writeSome() {
  const target = makeQuote('four petabits, they say', { url: 'https://news.example/huawei-connect' });
  await createNote(makeDraft({ target: makeTarget(), body: 'About the page', tags: ['chip news'] }));
  await createNote(makeDraft({ target, body: 'About the quote', topics: ['huawei'] }));
  await createNote(
    makeDraft({ target: null, body: 'On a fact', topics: ['huawei'], fact: 'huawei/facts.roadmap' }),
  );
  const other = makeQuote(HOSTILE, {
    canonical: 'https://b.example/',
    url: 'javascript:alert(1)',
    title: HOSTILE,
  });
  await createNote(makeDraft({ target: other, body: HOSTILE }));
}

it.each([
  { format: 'backup', name: 'notes-2026-11-29.json', type: 'application/json' },
  { format: 'jsonLd', name: 'notes-2026-11-29.jsonld', type: 'application/ld+json' },
  { format: 'markdown', name: 'notes-2026-11-29.md', type: 'text/markdown' },
  { format: 'markdownZip', name: 'notes-2026-11-29-markdown.zip', type: 'application/zip' },
  { format: 'csv', name: 'notes-2026-11-29.csv', type: 'text/csv' },
  { format: 'html', name: 'notes-2026-11-29.html', type: 'text/html' },
] as const)('$format is a file named after the day, and counts its notes', async ({ format, name, type }) => {
  await createNote(makeDraft());
  const deleted = await createNote(makeDraft({ body: 'Deleted' }));
  await hideNote(deleted.id);
  const file = await write(format);
  expect(file).toMatchObject({ name, count: 1 });
  expect(file.content.type).toBe(type);
  expect((await file.content.text()).includes('Deleted')).toBe(format === 'backup');
});

it('JSON-LD of before an edit brings nothing back', async () => {
  const note = await createNote(makeDraft({ target: makeTarget(), body: 'First' }));
  const before = await textOf('jsonLd');
  await editNote(note.id, { body: 'Second' }, note);
  expect(await importNotes(before)).toEqual({ added: 0, updated: 0, known: 1, conflicts: 0 });
  expect(await listNotes()).toMatchObject([{ body: 'Second', versions: [] }]);
});

describe('Markdown', () => {
  it('has the notes article by article, with quotes as links to their places and facts with their sources', async () => {
    await writeSome();
    const text = await textOf('markdown');
    expect(text).toMatch(
      /^---\ntitle: "Notes from Sidelight"\ndate: 2026-11-29\ntags:\n {2}- "chip-news"\n---\n/,
    );
    expect(text).toContain('## [Huawei shows its chip roadmap](<https://news.example/huawei-connect');
    expect(text).toContain(
      '> four petabits, they say\n>\n> [Open at the quote](<https://news.example/huawei-connect#:~:text=four%20petabits%2C%20they%20say>)',
    );
    expect(text).toContain('> Set out a three-year chip roadmap.');
    expect(text).toContain('Source: Huawei keynote');
    expect(text).toMatch(/Noted \d+ \w+ \d{4} · Huawei/);
    expect(text.indexOf('About the quote')).toBeLessThan(text.indexOf('About the page'));
    expect(text.indexOf('## Notes on no page')).toBeGreaterThan(text.indexOf('About the page'));
  });

  it('lets nothing of a page or a note act', async () => {
    await writeSome();
    const text = await textOf('markdown');
    expect(text).not.toMatch(/(^|[^\\])<img/);
    expect(text).not.toMatch(/(^|[^\\])!\[|(^|[^\\])!\\?\[x\]/);
    expect(text).not.toContain('javascript:');
  });

  it('cites figures and our own views, and says nothing of a statement that the pack has no more', async () => {
    for (const fact of [
      'huawei/figures.card-memory-bandwidth-4',
      'huawei/insights.gap.ours',
      'huawei/facts.gone',
      'x',
    ])
      await createNote(makeDraft({ body: `at ${fact}`, topics: ['huawei'], fact }));
    const text = await textOf('markdown');
    expect(text).toContain('> Memory bandwidth per card');
    expect(text).toContain('> Years behind.');
    expect(text.match(/^> /gm)).toHaveLength(2);
  });

  it('in a .zip has a file for each article, with front matter', async () => {
    await writeSome();
    const files = unzipSync(new Uint8Array(await (await write('markdownZip')).content.arrayBuffer()));
    expect(Object.keys(files)).toHaveLength(3);
    for (const file of Object.values(files)) expect(strFromU8(file)).not.toContain('javascript:');
    const article = strFromU8(files['Huawei shows its chip roadmap.md'] ?? new Uint8Array());
    expect(article.split('\n').slice(0, 8)).toEqual([
      '---',
      'title: "Huawei shows its chip roadmap"',
      expect.stringMatching(/^url: "https:\/\/news\.example\/huawei-connect/),
      'date: 2025-09-18',
      'tags:',
      '  - "chip-news"',
      '---',
      '',
    ]);
  });
});

describe('HTML', () => {
  const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

  it('is one page that loads nothing, runs nothing and says everything as text', async () => {
    await writeSome();
    const html = await textOf('html');
    const page = parse(html);
    expect(page.querySelectorAll('script, img, link, iframe, [onerror], [style]')).toHaveLength(0);
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'",
    );
    expect(page.body.textContent).toContain(HOSTILE);
    expect([...page.querySelectorAll('a')].filter(({ protocol }) => !/^https?:$/.test(protocol))).toEqual([]);
    expect(page.querySelector('blockquote + p a')?.getAttribute('href')).toContain('#:~:text=');
    expect(html).toMatch(/prefers-color-scheme|color-scheme: light dark/);
    expect(html).toContain('@media print');
  });

  it('is in the language of our sentences, and has no barrier that axe knows', async () => {
    await writeSome();
    await speak('zh_CN');
    const page = parse(await textOf('html'));
    expect(page.documentElement.lang).toBe('zh-Hans');
    document.body.innerHTML = page.body.innerHTML;
    expect(await findViolations(document.body)).toEqual([]);
  });
});
