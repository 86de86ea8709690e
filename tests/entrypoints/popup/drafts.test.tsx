import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { database } from '@/lib/db/database';
import { loadDraft, saveDraft } from '@/lib/notes/draft';
import { keepCopy } from '@/lib/notes/draft-copy';
import { createNote } from '@/lib/notes/write-note';
import { makeDraft, makeQuote, makeTarget } from '../../builders';
import { HERE, layNoteBed, noteField } from './note-bed';
import { ARTICLE, makePage, openPopup } from './open-popup';

layNoteBed();

describe('a draft', () => {
  it('survives a popup that is closed in the middle of a word', async () => {
    const { unmount } = await openPopup(makePage());
    await userEvent.click(await screen.findByRole('radio', { name: 'Topic' }));
    await userEvent.type(screen.getByRole('combobox', { name: 'Topics' }), 'nvid{Enter}');
    await userEvent.type(await noteField(), 'Half a senten');
    unmount();
    await openPopup(makePage());
    expect(await noteField()).toHaveValue('Half a senten');
    expect(screen.getByRole('button', { name: 'Remove Nvidia' })).toBeVisible();
  });

  it('keeps the passage it was begun on when the selection has gone', async () => {
    const { selectors } = makeQuote('two new SuperPods');
    if (!selectors) throw new Error('a quote has selectors');
    const { unmount } = await openPopup(makePage({ selection: { text: 'two new SuperPods', selectors } }));
    await userEvent.type(await noteField(), 'When?');
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
    expect(await noteField()).toHaveValue('Half a sentence');
    await waitFor(async () =>
      expect((await loadDraft(`page:${ARTICLE.canonical}`))?.body).toBe('Half a sentence'),
    );
    await waitFor(() => expect(localStorage).toHaveLength(0));
  });

  it('is forgotten once it is saved', async () => {
    const { unmount } = await openPopup(makePage());
    await userEvent.type(await noteField(), 'Saved for good');
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
