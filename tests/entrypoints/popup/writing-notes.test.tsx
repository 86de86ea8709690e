import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { saveArticleDate } from '@/lib/db/article-dates';
import { database } from '@/lib/db/database';
import { notesOfPage } from '@/lib/notes/read-notes';
import { findViolations } from '../../axe';
import { makeQuote } from '../../builders';
import { layNoteBed, noteField } from './note-bed';
import { ARTICLE, makePage, openPopup } from './open-popup';

layNoteBed();

describe('writing a note', () => {
  it('on the page: says "Saved" once it is stored, and lists it', async () => {
    await openPopup(makePage());
    await userEvent.type(await noteField(), 'Ask for the yield');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Saved')).toBeVisible();
    expect(await notesOfPage(ARTICLE.canonical)).toMatchObject([
      { body: 'Ask for the yield', topics: [], target: { canonical: ARTICLE.canonical, selectors: null } },
    ]);
    expect(await screen.findByRole('article', { name: 'Ask for the yield' })).toBeVisible();
    expect(await noteField()).toHaveValue('');
  });

  it('asks for topics and tags once it is begun, and leaves the room to the page before', async () => {
    await openPopup(makePage());
    const body = await noteField();
    expect(screen.queryByRole('combobox', { name: 'Tags' })).toBeNull();
    await userEvent.click(body);
    expect(screen.getByRole('combobox', { name: 'Topics' })).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'Tags' })).toBeVisible();
  });

  it("on the page carries the reader's date of the article, also where it was begun before that was given", async () => {
    await openPopup(makePage());
    await userEvent.type(await noteField(), 'Ask for the yield');
    await saveArticleDate(ARTICLE.canonical, '2025-09-16');
    await userEvent.click(await screen.findByRole('button', { name: /^Huawei/ }));
    await screen.findByRole('button', { name: 'Known on 16 Sep 2025' });
    await userEvent.click(screen.getByRole('button', { name: 'Back to the overview' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await screen.findByText('Saved');
    expect(await notesOfPage(ARTICLE.canonical)).toMatchObject([{ target: { published: '2025-09-16' } }]);
  });

  it('goes on in its field where the page writes meanwhile of which article it is', async () => {
    const page = makePage();
    await openPopup(page);
    await userEvent.type(await noteField(), 'Ask for');
    page.article = { ...ARTICLE, canonical: 'https://news.example/late' };
    page.topics = [];
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Huawei/ })).toBeNull());
    expect(await noteField()).toHaveValue('Ask for');
    await userEvent.type(await noteField(), ' the yield');
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await screen.findByText('Saved');
    expect(await notesOfPage('https://news.example/late')).toMatchObject([{ body: 'Ask for the yield' }]);
    await userEvent.type(await noteField(), 'Another');
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await waitFor(async () => expect(await notesOfPage('https://news.example/late')).toHaveLength(2));
    expect(await notesOfPage(ARTICLE.canonical)).toEqual([]);
  });

  it('has a tag that still stands in its field when the shortcut saves', async () => {
    await openPopup(makePage());
    await userEvent.type(await noteField(), 'Ask for the yield');
    await userEvent.type(screen.getByRole('combobox', { name: 'Tags' }), 'memory{Control>}{Enter}{/Control}');
    await screen.findByText('Saved');
    expect(await notesOfPage(ARTICLE.canonical)).toMatchObject([
      { body: 'Ask for the yield', tags: ['memory'] },
    ]);
    expect(screen.queryByRole('button', { name: 'Remove memory' })).toBeNull();
  });

  it('on the selected passage, with its quote', async () => {
    const { selectors } = makeQuote('two new SuperPods');
    if (!selectors) throw new Error('a quote has selectors');
    await openPopup(makePage({ selection: { text: 'two new SuperPods', selectors } }));
    expect(await screen.findByRole('radio', { name: 'Selection' })).toBeChecked();
    await userEvent.type(await noteField(), 'When?');
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await screen.findByText('Saved');
    const [note] = await notesOfPage(ARTICLE.canonical);
    expect(note?.target?.selectors?.quote.exact).toBe('two new SuperPods');
  });

  it('on a topic', async () => {
    await openPopup(makePage());
    await userEvent.click(await screen.findByRole('radio', { name: 'Topic' }));
    await userEvent.type(await noteField(), 'Follow the memory supply');
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    expect(await screen.findByText('Choose a topic first.')).toBeVisible();
    await userEvent.type(screen.getByRole('combobox', { name: 'Topics' }), 'nvid{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await screen.findByText('Saved');
    expect(await database.notes.toArray()).toMatchObject([{ target: null, topics: ['nvidia'] }]);
  });

  it('on a topic alone where the address of the page is too long to be kept, which is said before', async () => {
    const url = `https://news.example/map?state=${'x'.repeat(100_000)}`;
    const { selectors } = makeQuote('two new SuperPods');
    const selection = selectors && { text: 'two new SuperPods', selectors };
    const { container } = await openPopup(
      makePage({ article: { ...ARTICLE, url, canonical: url }, selection }),
    );
    expect(await screen.findByText(/^The address of this page is too long to keep/)).toBeVisible();
    expect(screen.queryByRole('radio', { name: 'This page' })).toBeNull();
    expect(await findViolations(container)).toEqual([]);
    await userEvent.type(await noteField(), 'Follow the memory supply');
    await userEvent.type(screen.getByRole('combobox', { name: 'Topics' }), 'nvid{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await screen.findByText('Saved');
    expect(await database.notes.toArray()).toMatchObject([{ target: null, topics: ['nvidia'] }]);
  });

  it('says what is missing instead of saving an empty note', async () => {
    await openPopup(makePage());
    await noteField();
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    expect(await screen.findByText('Write something first.')).toBeVisible();
    expect(screen.getByRole('textbox', { description: 'Write something first.' })).toBe(await noteField());
    expect(await database.notes.count()).toBe(0);
  });

  it('keeps the text and says why when it cannot be stored', async () => {
    await openPopup(makePage());
    await userEvent.type(await noteField(), 'Not to be lost');
    vi.spyOn(database.notes, 'bulkPut').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    expect((await screen.findByRole('alert')).textContent).toContain(
      'The disk or the space for this browser is full.',
    );
    expect(await noteField()).toHaveValue('Not to be lost');
    expect(screen.queryByText('Saved')).toBeNull();
  });
});
