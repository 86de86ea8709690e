import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { saveArticleDate } from '@/lib/db/article-dates';
import { database } from '@/lib/db/database';
import { replacePack } from '@/lib/db/packs';
import { loadDraft, saveDraft } from '@/lib/notes/draft';
import { keepCopy } from '@/lib/notes/draft-copy';
import { notesOfPage } from '@/lib/notes/read-notes';
import { createNote, editNote } from '@/lib/notes/write-note';
import { findViolations } from '../../axe';
import { makeDraft, makePack, makeQuote, makeTarget, makeTopic } from '../../builders';
import { emptyDatabaseBeforeEach } from '../../stored';
import { ARTICLE, makePage, openPopup } from './open-popup';

const HERE = { canonical: ARTICLE.canonical, url: ARTICLE.url };

emptyDatabaseBeforeEach();
beforeEach(async () => {
  localStorage.clear();
  await replacePack(makePack([makeTopic(), makeTopic({ id: 'nvidia', group: 'nvidia' })]));
});
afterEach(() => vi.restoreAllMocks());

const field = () => screen.findByRole('textbox', { name: 'Your note' });

describe('writing a note', () => {
  it('on the page: says "Saved" once it is stored, and lists it', async () => {
    await openPopup(makePage());
    await userEvent.type(await field(), 'Ask for the yield');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Saved')).toBeVisible();
    expect(await notesOfPage(ARTICLE.canonical)).toMatchObject([
      { body: 'Ask for the yield', topics: [], target: { canonical: ARTICLE.canonical, selectors: null } },
    ]);
    expect(await screen.findByRole('article', { name: 'Ask for the yield' })).toBeVisible();
    expect(await field()).toHaveValue('');
  });

  it('asks for topics and tags once it is begun, and leaves the room to the page before', async () => {
    await openPopup(makePage());
    const body = await field();
    expect(screen.queryByRole('combobox', { name: 'Tags' })).toBeNull();
    await userEvent.click(body);
    expect(screen.getByRole('combobox', { name: 'Topics' })).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'Tags' })).toBeVisible();
  });

  it("on the page carries the reader's date of the article, also where it was begun before that was given", async () => {
    await openPopup(makePage());
    await userEvent.type(await field(), 'Ask for the yield');
    await saveArticleDate(ARTICLE.canonical, '2025-09-16');
    await userEvent.click(await screen.findByRole('button', { name: /^Huawei/ }));
    await screen.findByRole('button', { name: 'Known on 16 Sep 2025' });
    await userEvent.click(screen.getByRole('button', { name: 'Back to the overview' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await screen.findByText('Saved');
    expect(await notesOfPage(ARTICLE.canonical)).toMatchObject([{ target: { published: '2025-09-16' } }]);
  });

  it('on the selected passage, with its quote', async () => {
    const { selectors } = makeQuote('two new SuperPods');
    if (!selectors) throw new Error('a quote has selectors');
    await openPopup(makePage({ selection: { text: 'two new SuperPods', selectors } }));
    expect(await screen.findByRole('radio', { name: 'Selection' })).toBeChecked();
    await userEvent.type(await field(), 'When?');
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await screen.findByText('Saved');
    const [note] = await notesOfPage(ARTICLE.canonical);
    expect(note?.target?.selectors?.quote.exact).toBe('two new SuperPods');
  });

  it('on a topic', async () => {
    await openPopup(makePage());
    await userEvent.click(await screen.findByRole('radio', { name: 'Topic' }));
    await userEvent.type(await field(), 'Follow the memory supply');
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    expect(await screen.findByText('Choose a topic first.')).toBeVisible();
    await userEvent.type(screen.getByRole('combobox', { name: 'Topics' }), 'nvid{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await screen.findByText('Saved');
    expect(await database.notes.toArray()).toMatchObject([{ target: null, topics: ['nvidia'] }]);
  });

  it('says what is missing instead of saving an empty note', async () => {
    await openPopup(makePage());
    await field();
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    expect(await screen.findByText('Write something first.')).toBeVisible();
    expect(screen.getByRole('textbox', { description: 'Write something first.' })).toBe(await field());
    expect(await database.notes.count()).toBe(0);
  });

  it('keeps the text and says why when it cannot be stored', async () => {
    await openPopup(makePage());
    await userEvent.type(await field(), 'Not to be lost');
    vi.spyOn(database.notes, 'bulkPut').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    expect((await screen.findByRole('alert')).textContent).toContain(
      'The disk or the space for this browser is full.',
    );
    expect(await field()).toHaveValue('Not to be lost');
    expect(screen.queryByText('Saved')).toBeNull();
  });
});

describe('a draft', () => {
  it('survives a popup that is closed in the middle of a word', async () => {
    const { unmount } = await openPopup(makePage());
    await userEvent.click(await screen.findByRole('radio', { name: 'Topic' }));
    await userEvent.type(screen.getByRole('combobox', { name: 'Topics' }), 'nvid{Enter}');
    await userEvent.type(await field(), 'Half a senten');
    unmount();
    await openPopup(makePage());
    expect(await field()).toHaveValue('Half a senten');
    expect(screen.getByRole('button', { name: 'Remove Nvidia' })).toBeVisible();
  });

  it('keeps the passage it was begun on when the selection has gone', async () => {
    const { selectors } = makeQuote('two new SuperPods');
    if (!selectors) throw new Error('a quote has selectors');
    const { unmount } = await openPopup(makePage({ selection: { text: 'two new SuperPods', selectors } }));
    await userEvent.type(await field(), 'When?');
    unmount();
    await openPopup(makePage());
    expect(await screen.findByRole('radio', { name: 'Selection' })).toBeChecked();
    expect(screen.getByText('two new SuperPods')).toBeVisible();
  });

  it('is whole where the popup was closed before the database had its last letters', async () => {
    const begun = makeDraft({ target: makeTarget(HERE), body: 'Half a sen' });
    await saveDraft(`page:${ARTICLE.canonical}`, begun);
    keepCopy(`page:${ARTICLE.canonical}`, { ...begun, body: 'Half a sentence' });
    await openPopup(makePage());
    expect(await field()).toHaveValue('Half a sentence');
    await waitFor(async () =>
      expect((await loadDraft(`page:${ARTICLE.canonical}`))?.body).toBe('Half a sentence'),
    );
    await waitFor(() => expect(localStorage).toHaveLength(0));
  });

  it('is forgotten once it is saved', async () => {
    const { unmount } = await openPopup(makePage());
    await userEvent.type(await field(), 'Saved for good');
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await screen.findByText('Saved');
    unmount();
    expect(await loadDraft(`page:${ARTICLE.canonical}`)).toBeNull();
  });

  it('of an edit stands open again, without taking the focus', async () => {
    const note = await createNote(makeDraft({ target: makeTarget(HERE), body: 'First' }));
    const { unmount } = await openPopup(makePage());
    await userEvent.click(await screen.findByRole('button', { name: 'Edit the note “First”' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Text of the note' }), ' thoughts');
    unmount();
    await openPopup(makePage());
    const editor = await screen.findByRole('textbox', { name: 'Text of the note' });
    expect(editor).toHaveValue('First thoughts');
    expect(editor).not.toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('article', { name: 'First thoughts' });
    expect((await database.notes.get(note.id))?.body).toBe('First thoughts');
  });
});

describe('the notes of the page', () => {
  it('are edited in place', async () => {
    await createNote(makeDraft({ target: makeTarget(HERE), body: 'First' }));
    const { container } = await openPopup(makePage());
    await userEvent.click(await screen.findByRole('button', { name: 'Edit the note “First”' }));
    const editor = screen.getByRole('textbox', { name: 'Text of the note' });
    expect(editor).toHaveFocus();
    expect(await findViolations(container)).toEqual([]);
    await userEvent.clear(editor);
    await userEvent.type(editor, 'Second');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('article', { name: 'Second' })).toBeVisible();
    const undo = await screen.findByRole('button', { name: 'Undo the edit of “Second”' });
    await waitFor(() => expect(undo).toHaveFocus());
    expect(await findViolations(container)).toEqual([]);

    await userEvent.click(undo);
    expect(await screen.findByRole('article', { name: 'First' })).toBeVisible();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Edit the note “First”' })).toHaveFocus());
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
  });

  it('have nothing to undo where they were saved as they were', async () => {
    await createNote(makeDraft({ target: makeTarget(HERE), body: 'First' }));
    await openPopup(makePage());
    await userEvent.click(await screen.findByRole('button', { name: 'Edit the note “First”' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Edit the note “First”' })).toHaveFocus());
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
  });

  it('get topics and tags by an edit that takes away none that came in meanwhile', async () => {
    const { id } = await createNote(
      makeDraft({ target: makeTarget(HERE), body: 'First', tags: ['old', 'both'] }),
    );
    await openPopup(makePage());
    await userEvent.click(await screen.findByRole('button', { name: 'Edit the note “First”' }));
    const article = screen.getByRole('textbox', { name: 'Text of the note' }).closest('form') as HTMLElement;
    await userEvent.click(within(article).getByRole('button', { name: 'Remove old' }));
    await userEvent.type(within(article).getByRole('combobox', { name: 'Tags' }), 'memory,');
    await userEvent.type(within(article).getByRole('combobox', { name: 'Topics' }), 'nvid{Enter}');
    await editNote(id, { tags: ['old', 'both', 'elsewhere'] });
    await userEvent.click(within(article).getByRole('button', { name: 'Save' }));
    await screen.findByRole('button', { name: 'Undo the edit of “First”' });
    const saved = await database.notes.get(id);
    expect(saved?.topics).toEqual(['nvidia']);
    expect(saved?.tags.toSorted()).toEqual(['both', 'elsewhere', 'memory']);

    await userEvent.click(screen.getByRole('button', { name: 'Undo the edit of “First”' }));
    await waitFor(async () =>
      expect((await database.notes.get(id))?.tags.toSorted()).toEqual(['both', 'elsewhere', 'old']),
    );
  });

  it('keep a text that came in between an edit and its undo', async () => {
    const { id } = await createNote(makeDraft({ target: makeTarget(HERE), body: 'First' }));
    await openPopup(makePage());
    await userEvent.click(await screen.findByRole('button', { name: 'Edit the note “First”' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Text of the note' }), ' thoughts');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    const undo = await screen.findByRole('button', { name: /^Undo the edit/ });
    await editNote(id, { body: 'Elsewhere' });
    await userEvent.click(undo);
    await screen.findByRole('region', { name: 'Versions of this note' });
    const { body, versions } = (await database.notes.get(id)) ?? { body: '', versions: [] };
    expect([body, ...versions].toSorted()).toEqual(['Elsewhere', 'First']);
  });

  it('are deleted with a way back that stays', async () => {
    const note = await createNote(makeDraft({ target: makeTarget(HERE), body: 'First' }));
    await createNote(makeDraft({ target: makeTarget(HERE), body: 'Other' }));
    const { container } = await openPopup(makePage());
    await userEvent.click(await screen.findByRole('button', { name: 'Delete the note “First”' }));
    const undo = await screen.findByRole('button', { name: 'Undo the deletion of “First”' });
    expect(undo).toHaveFocus();
    await waitFor(async () => expect(await notesOfPage(ARTICLE.canonical)).toHaveLength(1));
    expect(screen.queryByRole('article', { name: 'First' })).toBeNull();
    expect(await findViolations(container)).toEqual([]);

    await userEvent.click(undo);
    expect(await screen.findByRole('article', { name: 'First' })).toBeVisible();
    expect((await notesOfPage(ARTICLE.canonical)).map(({ id }) => id)).toContain(note.id);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Edit the note “First”' })).toHaveFocus());
  });

  it('show the other version where two edits met, and one edit decides', async () => {
    const note = await createNote(makeDraft({ target: makeTarget(HERE), body: 'Base' }));
    await editNote(note.id, { body: 'Mine' });
    await editNote(note.id, { body: 'Theirs' }, { body: 'Base', versions: [] });
    await openPopup(makePage());
    const item = await screen.findByRole('article', { name: /Mine|Theirs/ });
    expect(within(item).getByText('Mine')).toBeVisible();
    expect(within(item).getByText('Theirs')).toBeVisible();
    expect(within(item).getByRole('heading', { name: 'Another version' })).toBeVisible();
    await userEvent.click(within(item).getByRole('button', { name: /^Edit/ }));
    await userEvent.clear(screen.getByRole('textbox', { name: 'Text of the note' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Text of the note' }), 'Both');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('article', { name: 'Both' });
    await waitFor(() => expect(screen.queryByText('Another version')).toBeNull());
  });

  describe('of several versions', () => {
    async function openMet() {
      const note = await createNote(makeDraft({ target: makeTarget(HERE), body: 'Yields are low' }));
      await editNote(note.id, { body: 'Yields are high' });
      await editNote(note.id, { body: 'Yields are unknown' }, { body: 'Another', versions: [], heads: [] });
      const { container } = await openPopup(makePage());
      // Before the page has told its address, the note stands for a moment among those of other pages.
      const here = await screen.findByRole('region', { name: 'Notes on this page' });
      const versions = await within(here).findByRole('region', { name: 'Versions of this note' });
      return { container, versions };
    }
    const bodies = async () => (await notesOfPage(ARTICLE.canonical)).map(({ body }) => body).sort();

    it('say which words only one of them has, by more than a colour', async () => {
      const { container, versions } = await openMet();
      expect(within(versions).getByRole('insertion')).toHaveTextContent('Only here: unknown');
      expect(within(versions).getByRole('deletion')).toHaveTextContent('Only here: high');
      expect(await findViolations(container)).toEqual([]);
    });

    it('are settled by keeping one, and stand again after undo', async () => {
      const { container, versions } = await openMet();
      await userEvent.click(within(versions).getByRole('button', { name: 'Keep this one: Another version' }));
      const undo = await screen.findByRole('button', { name: /^Undo the choice/ });
      await waitFor(() => expect(undo).toHaveFocus());
      expect(await bodies()).toEqual(['Yields are high']);
      expect(await findViolations(container)).toEqual([]);
      await userEvent.click(undo);
      expect(await screen.findByRole('region', { name: 'Versions of this note' })).toBeVisible();
    });

    it('are kept as two notes', async () => {
      const { versions } = await openMet();
      await userEvent.click(within(versions).getByRole('button', { name: 'Keep both' }));
      await waitFor(async () => expect(await bodies()).toEqual(['Yields are high', 'Yields are unknown']));
      await waitFor(() => expect(screen.queryByRole('region', { name: 'Versions of this note' })).toBeNull());
    });

    it('are found from any page', async () => {
      const note = await createNote(makeDraft({ body: 'Yields are low' }));
      await editNote(note.id, { body: 'Yields are high' });
      await editNote(note.id, { body: 'Yields are unknown' }, { body: 'Another', versions: [], heads: [] });
      await openPopup(makePage());
      await userEvent.click(await screen.findByText('1 note has several versions'));
      const fold = screen.getByText('1 note has several versions').closest('details') as HTMLElement;
      await userEvent.click(within(fold).getByRole('button', { name: 'Keep both' }));
      await waitFor(() => expect(screen.queryByText('1 note has several versions')).toBeNull());
    });

    it('are merged by hand from one text that holds both', async () => {
      const { versions } = await openMet();
      await userEvent.click(within(versions).getByRole('button', { name: 'Merge by hand' }));
      const editor = await screen.findByRole('textbox', { name: 'Text of the note' });
      expect(editor).toHaveValue('Yields are unknown high');
      await userEvent.type(editor, '?');
      await userEvent.click(screen.getByRole('button', { name: 'Save' }));
      expect(await screen.findByRole('button', { name: /^Undo the choice/ })).toBeVisible();
      expect(await bodies()).toEqual(['Yields are unknown high?']);
    });
  });

  it('stand apart from the latest notes of other pages, which lead there', async () => {
    await createNote(makeDraft({ target: makeTarget(HERE), body: 'Here' }));
    await createNote(makeDraft({ target: makeTarget({ title: 'Elsewhere' }), body: 'There' }));
    await openPopup(makePage());
    const here = await screen.findByRole('region', { name: 'Notes on this page' });
    await within(here).findByRole('article', { name: 'Here' });
    expect(within(here).queryByRole('article', { name: 'There' })).toBeNull();
    await userEvent.click(screen.getByRole('heading', { name: 'Latest notes' }));
    expect((await screen.findByRole('link', { name: 'Elsewhere' })).getAttribute('target')).toBe('_blank');
  });

  it('never turn an address that is not of the web into a link', async () => {
    await createNote(
      makeDraft({ target: makeTarget({ url: 'javascript:alert(1)', title: 'Bad' }), body: 'There' }),
    );
    await openPopup(makePage());
    await userEvent.click(await screen.findByRole('heading', { name: 'Latest notes' }));
    expect(await screen.findByText('Bad')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Bad' })).toBeNull();
  });
});

describe('where the notes of this page stand', () => {
  const noteOn = (exact: string, fields = {}) =>
    createNote(makeDraft({ body: `On ${exact}`, target: makeQuote(exact, { ...HERE, ...fields }) }));
  const itemOf = async (name: string) => within(await screen.findByRole('article', { name }));

  it('one that is found is shown on the page, one that is not says so', async () => {
    const [found, missing] = [await noteOn('SuperPods'), await noteOn('a lost line')];
    const { calls, container } = await openPopup(
      makePage({ notes: { found: [found.id], missing: [missing.id] } }),
    );
    const lost = await itemOf('On a lost line');
    expect(await lost.findByText('Not found on this page.')).toBeVisible();
    expect(lost.queryByRole('button', { name: /^Show the passage/ })).toBeNull();
    const there = await itemOf('On SuperPods');
    expect(there.queryByText('Not found on this page.')).toBeNull();
    expect(await findViolations(container)).toEqual([]);
    await userEvent.click(
      there.getByRole('button', { name: 'Show the passage of “On SuperPods” on the page' }),
    );
    await waitFor(() => expect(calls).toContainEqual({ name: 'scrollToNote', request: { id: found.id } }));
  });

  it('nothing is said while the page has not looked', async () => {
    await noteOn('SuperPods');
    await openPopup(makePage());
    const item = await itemOf('On SuperPods');
    expect(item.queryByText('Not found on this page.')).toBeNull();
    expect(item.queryByRole('button', { name: /^Show the passage/ })).toBeNull();
  });

  it('those of another address of the article are its own until the reader says otherwise, and that is undone', async () => {
    await noteOn('SuperPods', { url: 'https://www.news.example/another' });
    await openPopup(makePage());
    const here = () => within(screen.getByRole('region', { name: 'Notes on this page' }));
    await itemOf('On SuperPods');
    await userEvent.click(screen.getByRole('button', { name: 'This is another article' }));
    await screen.findByText('You said that this page is an article of its own.');
    await waitFor(() => expect(here().queryByRole('article')).toBeNull());
    expect(await notesOfPage(ARTICLE.canonical)).toHaveLength(1);
    await userEvent.type(await field(), 'Of this one');
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await screen.findByText('Saved');
    expect(await notesOfPage('https://www.news.example/a?from=feed')).toMatchObject([
      { body: 'Of this one' },
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'It is the same article' }));
    expect(await here().findByRole('article', { name: 'On SuperPods' })).toBeVisible();
  });

  it('are those of another article once the reader says that it is the same one, and that is undone', async () => {
    const canonical = 'https://www.news.example/first-print';
    await createNote(
      makeDraft({
        body: 'Of the first',
        target: makeQuote('SuperPods', { canonical, title: 'First print' }),
      }),
    );
    await openPopup(makePage());
    await userEvent.click(await screen.findByRole('heading', { name: 'Same article as …' }));
    await userEvent.click(await screen.findByRole('button', { name: 'First print' }));
    await screen.findByText('You said that this page is the same article as “First print”.');
    const here = within(await screen.findByRole('region', { name: 'Notes on this page' }));
    expect(await here.findByRole('article', { name: 'Of the first' })).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'Same article as …' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'This is another article' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Notes on this page' })).toBeNull());
    expect(await notesOfPage(canonical)).toHaveLength(1);
  });

  it('are those of an address that the reader has pasted, of whatever site', async () => {
    const canonical = 'https://print.example/story';
    await createNote(makeDraft({ body: 'Of the print', target: makeQuote('SuperPods', { canonical }) }));
    await openPopup(makePage());
    await userEvent.click(await screen.findByRole('heading', { name: 'Same article as …' }));
    await userEvent.type(screen.getByLabelText('Its address'), `${canonical}/amp?utm_source=feed`);
    await userEvent.click(screen.getByRole('button', { name: 'It is the same article' }));
    const here = within(await screen.findByRole('region', { name: 'Notes on this page' }));
    expect(await here.findByRole('article', { name: 'Of the print' })).toBeVisible();
  });

  it('nothing is offered to be the same article where no other one has notes', async () => {
    await noteOn('SuperPods');
    await openPopup(makePage());
    await itemOf('On SuperPods');
    expect(screen.queryByRole('heading', { name: 'Same article as …' })).toBeNull();
  });

  it('nothing is asked where all were made at this address', async () => {
    await noteOn('SuperPods');
    await openPopup(makePage());
    await itemOf('On SuperPods');
    expect(screen.queryByRole('button', { name: 'This is another article' })).toBeNull();
  });
});
