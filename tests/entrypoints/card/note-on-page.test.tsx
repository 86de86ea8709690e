import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { loadDraft, saveDraft } from '@/lib/notes/draft';
import { notesOfPage, notesOfTopic } from '@/lib/notes/read-notes';
import { createNote } from '@/lib/notes/write-note';
import { findViolations } from '../../axe';
import { makeDraft, makeQuote } from '../../builders';
import { ARTICLE, openCard, prepareCards } from './open-card';

prepareCards();

describe('a note in the card', () => {
  const SURROUNDINGS = { visit: 5, site: 'news.example', article: ARTICLE, pageTopics: [], focus: true };
  const makeStored = () =>
    createNote(
      makeDraft({
        body: 'Ask for the yield',
        topics: ['huawei'],
        target: makeQuote('two new SuperPods', { canonical: ARTICLE.linked }),
      }),
    );

  it('is read with its quote and topics, takes the focus and closes', async () => {
    const { id } = await makeStored();
    const card = openCard();
    card.say({ type: 'note', id, ...SURROUNDINGS });
    expect(await screen.findByText('Ask for the yield')).toBeTruthy();
    expect(screen.getByText('two new SuperPods')).toBeTruthy();
    await card.hears({ type: 'shown', visit: 5 });
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Your note' })),
    );
    expect(await findViolations(card.container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Close the card' }));
    await card.hears({ type: 'close', visit: 5 });
  });

  it('is edited in its place, and holds the card while it is', async () => {
    const { id } = await makeStored();
    const card = openCard();
    card.say({ type: 'note', id, ...SURROUNDINGS });
    await userEvent.click(await screen.findByRole('button', { name: /^Edit the note/ }));
    await card.hears({ type: 'holding', visit: 5, holding: true });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Text of the note' }), '!');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Ask for the yield!')).toBeTruthy();
    await card.hears({ type: 'holding', visit: 5, holding: false });
  });

  it('is deleted, and undone', async () => {
    const { id } = await makeStored();
    const card = openCard();
    card.say({ type: 'note', id, ...SURROUNDINGS });
    await userEvent.click(await screen.findByRole('button', { name: /^Delete the note/ }));
    await waitFor(async () => expect(await notesOfPage(ARTICLE.linked)).toEqual([]));
    await userEvent.click(await screen.findByRole('button', { name: /^Undo the deletion/ }));
    expect(await screen.findByText('Ask for the yield')).toBeTruthy();
    expect(await notesOfPage(ARTICLE.linked)).toHaveLength(1);
  });

  it('leads to its topics', async () => {
    const { id } = await makeStored();
    const card = openCard();
    card.say({ type: 'note', id, ...SURROUNDINGS });
    await userEvent.click(await screen.findByRole('button', { name: 'Huawei' }));
    expect(await screen.findByRole('article', { name: 'Huawei' })).toBeTruthy();
  });

  it('leads to them with the focus, also where it was opened by a click', async () => {
    const { id } = await makeStored();
    const card = openCard();
    card.say({ type: 'note', id, ...SURROUNDINGS, focus: false });
    await userEvent.click(await screen.findByRole('button', { name: 'Huawei' }));
    await screen.findByRole('article', { name: 'Huawei' });
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Huawei' })).toHaveFocus());
  });

  it('that is gone is said to be', async () => {
    const card = openCard();
    card.say({ type: 'note', id: 'note:n000000000000009', ...SURROUNDINGS });
    expect(await screen.findByText('This note is not there any more.')).toBeTruthy();
  });

  const SELECTION = {
    text: 'two new SuperPods',
    passage: {
      start: 40,
      end: 57,
      exact: 'two new SuperPods',
      before: 'It has shown ',
      after: ' for next year',
      telling: null,
    },
  };

  it('is written on the selected passage, and shown once it is stored', async () => {
    const card = openCard();
    card.say({ type: 'write', selection: SELECTION, ...SURROUNDINGS });
    expect(await screen.findByText('two new SuperPods')).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: 'Your note' }), 'When?');
    await card.hears({ type: 'holding', visit: 5, holding: true });
    expect(await findViolations(card.container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    expect(await screen.findByRole('button', { name: 'Edit the note “When?”' })).toBeTruthy();
    await card.hears({ type: 'holding', visit: 5, holding: false });
    expect(await notesOfPage(ARTICLE.linked)).toMatchObject([
      {
        body: 'When?',
        target: {
          title: 'An article',
          published: '2025-10-02',
          selectors: {
            quote: { exact: 'two new SuperPods', prefix: 'It has shown ' },
            position: { start: 40 },
          },
        },
      },
    ]);
  });

  it('takes the focus once it is stored: what it was stored with is gone', async () => {
    const card = openCard();
    card.say({ type: 'write', selection: SELECTION, ...SURROUNDINGS });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Your note' }), 'When?');
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await screen.findByRole('button', { name: 'Edit the note “When?”' });
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Your note' })).toHaveFocus());
  });

  it('is seen with its text as soon as it is stored: no empty card stands in between', async () => {
    const card = openCard();
    card.say({ type: 'write', selection: SELECTION, ...SURROUNDINGS });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Your note' }), 'When?');
    const seen: string[] = [];
    const observer = new MutationObserver(() => {
      const shown = screen.queryByRole('article', { name: 'Your note' });
      if (shown) seen.push(shown.textContent ?? '');
    });
    observer.observe(card.container, { subtree: true, childList: true, characterData: true });
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await screen.findByRole('button', { name: 'Edit the note “When?”' });
    observer.disconnect();
    expect(seen[0]).toContain('When?');
    expect(seen[0]).toContain('two new SuperPods');
  });

  it('can be an event on the timeline of what it names: menu, choice, save', async () => {
    const card = openCard();
    card.say({
      type: 'write',
      selection: { ...SELECTION, near: { within: ['huawei'], around: ['nvidia'] } },
      ...SURROUNDINGS,
    });
    await userEvent.click(await screen.findByRole('radio', { name: "Event on Huawei's timeline" }));
    expect(await findViolations(card.container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Save event' }));
    expect(await screen.findByText('Your event of 2 Oct 2025')).toBeTruthy();
    expect(await notesOfTopic('huawei')).toMatchObject([
      { event: { date: '2025-10-02', text: 'two new SuperPods' }, target: { title: 'An article' } },
    ]);
  });

  it('keeps as a draft what is typed while the note is being stored', async () => {
    const card = openCard();
    card.say({ type: 'write', selection: SELECTION, ...SURROUNDINGS });
    const field = await screen.findByRole('textbox', { name: 'Your note' });
    await userEvent.type(field, 'When?');
    // Both within one task: the note is not stored in between.
    fireEvent.click(screen.getByRole('button', { name: 'Save note' }));
    fireEvent.change(field, { target: { value: 'When? And where?' } });
    expect(await screen.findByText('Saved')).toBeTruthy();
    expect(await notesOfPage(ARTICLE.linked)).toMatchObject([{ body: 'When?' }]);
    expect(field).toHaveProperty('value', 'And where?');
  });

  it('is no draft any more once it is stored, also where the card was closed before the journal had it', async () => {
    const journal = Promise.withResolvers<FileSystemDirectoryHandle>();
    vi.spyOn(navigator.storage, 'getDirectory').mockReturnValue(journal.promise);
    const card = openCard();
    card.say({ type: 'write', selection: SELECTION, ...SURROUNDINGS });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Your note' }), 'When?');
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await waitFor(async () => expect(await notesOfPage(ARTICLE.linked)).toMatchObject([{ body: 'When?' }]));
    card.say({ type: 'hide' });
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
    card.say({ type: 'write', selection: SELECTION, ...SURROUNDINGS, visit: 6 });
    const field = await screen.findByRole('textbox', { name: 'Your note' });
    expect(field).toHaveProperty('value', '');
    // And what is written there since is none of the first one's.
    await userEvent.type(field, 'Where?');
    journal.reject(new DOMException('refused', 'SecurityError'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await loadDraft(`page:${ARTICLE.linked}`)).toMatchObject({ body: 'Where?' });
  });

  it('leaves the draft whole in which more was typed since, as long as the journal does not answer', async () => {
    vi.spyOn(navigator.storage, 'getDirectory').mockReturnValue(new Promise(() => {}));
    const card = openCard();
    card.say({ type: 'write', selection: SELECTION, ...SURROUNDINGS });
    const field = await screen.findByRole('textbox', { name: 'Your note' });
    await userEvent.type(field, 'When?');
    // Both within one task: the note is not stored in between.
    fireEvent.click(screen.getByRole('button', { name: 'Save note' }));
    fireEvent.change(field, { target: { value: 'When? And where?' } });
    await waitFor(async () => expect(await notesOfPage(ARTICLE.linked)).toMatchObject([{ body: 'When?' }]));
    expect(await loadDraft(`page:${ARTICLE.linked}`)).toMatchObject({ body: 'When? And where?' });
  });

  it('is on a topic alone where the address of the page is too long to be kept', async () => {
    const url = `https://news.example/map?state=${'x'.repeat(100_000)}`;
    const card = openCard();
    const article = { ...ARTICLE, url, linked: '' };
    card.say({ type: 'write', selection: SELECTION, ...SURROUNDINGS, article });
    expect(await screen.findByText(/^The address of this page is too long to keep/)).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: 'Your note' }), 'When?');
    await userEvent.type(screen.getByRole('combobox', { name: 'Topics' }), 'huaw{Enter}');
    expect(await findViolations(card.container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    expect(await screen.findByRole('button', { name: 'Edit the note “When?”' })).toBeTruthy();
    expect(await notesOfTopic('huawei')).toMatchObject([{ body: 'When?', target: null }]);
  });

  it('goes on with the draft that was begun on the page, and holds the card from the first', async () => {
    const target = { ...makeQuote('another passage', { canonical: ARTICLE.linked }), selectors: null };
    await saveDraft(`page:${ARTICLE.linked}`, makeDraft({ body: 'Begun in the popup', target }));
    const card = openCard();
    card.say({ type: 'write', selection: SELECTION, ...SURROUNDINGS });
    await card.hears({ type: 'holding', visit: 5, holding: true });
    expect(screen.getByRole('textbox', { name: 'Your note' })).toHaveProperty('value', 'Begun in the popup');
    expect(screen.queryByRole('radio', { name: 'This page' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    expect(await screen.findByRole('button', { name: 'Edit the note “Begun in the popup”' })).toBeTruthy();
    await card.hears({ type: 'holding', visit: 5, holding: false });
    const [made] = await notesOfPage(ARTICLE.linked);
    expect(made?.target?.selectors?.quote.exact).toBe('two new SuperPods');
    expect(await loadDraft(`page:${ARTICLE.linked}`)).toBeNull();
  });

  it('that was not saved is there again when the card is opened again', async () => {
    const card = openCard();
    card.say({ type: 'write', selection: SELECTION, ...SURROUNDINGS });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Your note' }), 'When?');
    card.say({ type: 'hide' });
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
    card.say({ type: 'write', selection: SELECTION, ...SURROUNDINGS, visit: 6 });
    await waitFor(async () =>
      expect(await screen.findByRole('textbox', { name: 'Your note' })).toHaveProperty('value', 'When?'),
    );
  });
});
