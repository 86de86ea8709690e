import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/database';
import { notesOfPage } from '@/lib/notes/read-notes';
import { createNote, editNote, hideNote } from '@/lib/notes/write-note';
import { findViolations } from '../../axe';
import { makeDraft, makeTarget } from '../../builders';
import { HERE, layNoteBed } from './note-bed';
import { ARTICLE, makePage, openPopup } from './open-popup';

layNoteBed();

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

  it('keep what is typed on while an edit is being stored, as an edit that stands open', async () => {
    const { id } = await createNote(makeDraft({ target: makeTarget(HERE), body: 'First' }));
    await openPopup(makePage());
    await userEvent.click(await screen.findByRole('button', { name: 'Edit the note “First”' }));
    const editor = screen.getByRole('textbox', { name: 'Text of the note' });
    await userEvent.type(editor, ' thoughts');
    const stored = Promise.withResolvers<void>();
    const journal = vi.spyOn(navigator.storage, 'getDirectory').mockImplementation(async () => {
      await stored.promise;
      throw new DOMException('refused', 'SecurityError');
    });
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(async () => expect((await database.notes.get(id))?.body).toBe('First thoughts'));
    await userEvent.type(editor, ', and second ones');
    stored.resolve();
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Save' })).not.toHaveAttribute('aria-disabled', 'true'),
    );
    expect(screen.getByRole('textbox', { name: 'Text of the note' })).toHaveValue(
      'First thoughts, and second ones',
    );
    journal.mockRestore();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(async () =>
      expect(await database.notes.get(id)).toMatchObject({
        body: 'First thoughts, and second ones',
        versions: [],
      }),
    );
  });

  it('get a tag that still stands in its field when the shortcut saves', async () => {
    const { id } = await createNote(makeDraft({ target: makeTarget(HERE), body: 'First' }));
    await openPopup(makePage());
    await userEvent.click(await screen.findByRole('button', { name: 'Edit the note “First”' }));
    const form = screen.getByRole('textbox', { name: 'Text of the note' }).closest('form') as HTMLElement;
    await userEvent.type(
      within(form).getByRole('combobox', { name: 'Tags' }),
      'memory{Control>}{Enter}{/Control}',
    );
    await screen.findByRole('button', { name: 'Undo the edit of “First”' });
    expect(await database.notes.get(id)).toMatchObject({ tags: ['memory'] });
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

  it('stay open to an edit where a deletion comes in from elsewhere: what is typed brings the note back', async () => {
    const { id } = await createNote(makeDraft({ target: makeTarget(HERE), body: 'First' }));
    await openPopup(makePage());
    await userEvent.click(await screen.findByRole('button', { name: 'Edit the note “First”' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Text of the note' }), ' thoughts');
    await hideNote(id);
    await createNote(makeDraft({ target: makeTarget(HERE), body: 'Other' }));
    await screen.findByRole('article', { name: 'Other' });
    expect(screen.getByRole('textbox', { name: 'Text of the note' })).toHaveValue('First thoughts');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('article', { name: 'First thoughts' })).toBeVisible();
    expect(await notesOfPage(ARTICLE.canonical)).toHaveLength(2);
  });

  it('are gone for good where an edit of one that was deleted elsewhere is given up', async () => {
    const { id } = await createNote(makeDraft({ target: makeTarget(HERE), body: 'First' }));
    await openPopup(makePage());
    await userEvent.click(await screen.findByRole('button', { name: 'Edit the note “First”' }));
    await hideNote(id);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByText('First')).toBeNull());
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
