import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { metNotes, notesOfPage } from '@/lib/notes/read-notes';
import { createNote, editNote } from '@/lib/notes/write-note';
import { findViolations } from '../../axe';
import { makeDraft, makeTarget } from '../../builders';
import { HERE, layNoteBed } from './note-bed';
import { ARTICLE, makePage, openPopup } from './open-popup';

layNoteBed();

describe('notes of several versions', () => {
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

  async function openMetElsewhere() {
    const note = await createNote(makeDraft({ body: 'Yields are low' }));
    await editNote(note.id, { body: 'Yields are high' });
    await editNote(note.id, { body: 'Yields are unknown' }, { body: 'Another', versions: [], heads: [] });
    await openPopup(makePage());
    await userEvent.click(await screen.findByText('1 note has several versions'));
    return screen.getByText('1 note has several versions').closest('details') as HTMLElement;
  }

  it('are found from any page, and stand again after undo', async () => {
    const fold = await openMetElsewhere();
    await userEvent.click(within(fold).getByRole('button', { name: 'Keep both' }));
    const undo = await within(fold).findByRole('button', { name: /^Undo the choice/ });
    await waitFor(() => expect(undo).toHaveFocus());
    expect(await within(fold).findByText('No note has several versions')).toBeVisible();
    await userEvent.click(undo);
    expect(await within(fold).findByText('1 note has several versions')).toBeVisible();
    expect(within(fold).getByRole('region', { name: 'Versions of this note' })).toBeVisible();
  });

  it('can be deleted from any page, with a way back', async () => {
    const fold = await openMetElsewhere();
    await userEvent.click(within(fold).getByRole('button', { name: /^Delete/ }));
    await waitFor(async () => expect(await metNotes()).toEqual([]));
    // The list hears of it a little later.
    await new Promise((resolve) => setTimeout(resolve, 100));
    await userEvent.click(await within(fold).findByRole('button', { name: /^Undo/ }));
    expect(await within(fold).findByRole('region', { name: 'Versions of this note' })).toBeVisible();
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
