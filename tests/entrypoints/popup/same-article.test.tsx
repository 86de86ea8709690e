import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/database';
import { notesOfPage } from '@/lib/notes/read-notes';
import { createNote } from '@/lib/notes/write-note';
import { findViolations } from '../../axe';
import { makeDraft, makeQuote } from '../../builders';
import { HERE, layNoteBed, noteField } from './note-bed';
import { ARTICLE, makePage, openPopup } from './open-popup';

layNoteBed();

describe('where the notes of this page stand', () => {
  const noteOn = (exact: string, fields = {}) =>
    createNote(makeDraft({ body: `On ${exact}`, target: makeQuote(exact, { ...HERE, ...fields }) }));
  const itemOf = async (name: string) => within(await screen.findByRole('article', { name }));

  it('one that is found is shown on the page, one that is not says so', async () => {
    const [found, missing] = [await noteOn('SuperPods'), await noteOn('a lost line')];
    const { calls, container } = await openPopup(
      makePage({ notes: { found: [found.id], missing: [missing.id], unsure: [] } }),
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

  it('one that may be another place says so, and is shown on the page', async () => {
    const note = await noteOn('SuperPods');
    const { container } = await openPopup(
      makePage({ notes: { found: [note.id], missing: [], unsure: [note.id] } }),
    );
    const item = await itemOf('On SuperPods');
    expect(await item.findByText(/what is marked may be another place/)).toBeVisible();
    expect(item.getByRole('button', { name: /^Show the passage/ })).toBeVisible();
    expect(await findViolations(container)).toEqual([]);
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
    await userEvent.type(await noteField(), 'Of this one');
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
    expect(document.body).not.toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'This is another article' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Notes on this page' })).toBeNull());
    await waitFor(() => expect(document.body).not.toHaveFocus());
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

  it('it is said why, where that cannot be kept', async () => {
    await createNote(
      makeDraft({ target: makeQuote('SuperPods', { canonical: 'https://print.example/story' }) }),
    );
    await openPopup(makePage());
    await userEvent.click(await screen.findByRole('heading', { name: 'Same article as …' }));
    await userEvent.type(screen.getByLabelText('Its address'), 'https://print.example/story');
    vi.spyOn(database.meta, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    await userEvent.click(screen.getByRole('button', { name: 'It is the same article' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The disk or the space for this browser is full.',
    );
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
