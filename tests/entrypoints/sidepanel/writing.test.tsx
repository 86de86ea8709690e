import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { replacePack } from '@/lib/db/packs';
import { loadDraft, saveDraft } from '@/lib/notes/draft';
import { latestNotes } from '@/lib/notes/read-notes';
import { createNote } from '@/lib/notes/write-note';
import { findViolations } from '../../axe';
import { makeDraft, makePack, makeTarget, makeTopic } from '../../builders';
import { layPanelBed, NEWS, OTHER, openPanel, selected, turnTo } from './open-panel';

layPanelBed();

describe('writing', () => {
  it('makes a note on the page, on a topic that it mentions', async () => {
    const { container } = await openPanel();
    await userEvent.click(await screen.findByRole('heading', { name: 'New note' }));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Your note' }), 'Ask for the yield');
    await userEvent.click(await screen.findByRole('button', { name: 'Add the topic Huawei' }));
    expect(await findViolations(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await screen.findByText('Saved');
    expect(await latestNotes(1)).toMatchObject([
      { body: 'Ask for the yield', topics: ['huawei'], target: { published: '2025-10-02' } },
    ]);
  });

  it('leaves alone what is written on the page of another tab, to which the reader went while it was stored', async () => {
    await saveDraft(`panel:https://news.example/${OTHER}`, makeDraft({ body: 'On the other' }));
    await openPanel();
    await userEvent.click(await screen.findByRole('heading', { name: 'New note' }));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Your note' }), 'On the news');
    const journal = Promise.withResolvers<void>();
    vi.spyOn(navigator.storage, 'getDirectory').mockImplementation(async () => {
      await journal.promise;
      throw new DOMException('refused', 'SecurityError');
    });
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await waitFor(async () => expect(await latestNotes(9)).toHaveLength(1));
    await userEvent.type(screen.getByRole('textbox', { name: 'Your note' }), ', and more');
    await turnTo(OTHER);
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Your note' })).toHaveValue('On the other'),
    );
    journal.resolve();
    await waitFor(async () =>
      expect(await loadDraft(`panel:https://news.example/${NEWS}`)).toMatchObject({ body: ', and more' }),
    );
    expect(screen.getByRole('textbox', { name: 'Your note' })).toHaveValue('On the other');
    expect(screen.queryByText('Saved')).toBeNull();
    expect(await loadDraft(`panel:https://news.example/${OTHER}`)).toMatchObject({ body: 'On the other' });
  });

  it('takes up what the reader selects on the page while the panel stays open', async () => {
    await openPanel();
    await userEvent.click(await screen.findByRole('heading', { name: 'New note' }));
    expect(await screen.findByRole('radio', { name: 'This page' })).toBeChecked();
    selected.passage = {
      text: 'a new chip',
      passage: { start: 0, end: 10, exact: 'a new chip', before: '', after: '', telling: null },
      near: { within: [], around: ['nvidia'] },
    };
    act(() => void window.dispatchEvent(new Event('focus')));
    expect(await screen.findByRole('radio', { name: 'Selection' })).toBeChecked();
    expect(screen.getByText('a new chip')).toBeVisible();
  });
});

it('names the topic of a note that was written under an id it had before', async () => {
  await replacePack(makePack([makeTopic({ id: 'nvidia', group: 'nvidia', formerIds: ['nvda'] })]));
  const target = makeTarget({
    url: `https://news.example/${NEWS}`,
    canonical: `https://news.example/${NEWS}`,
  });
  await createNote(makeDraft({ body: 'Ask for the price', topics: ['nvda'], target }));
  await openPanel();
  const note = await screen.findByRole('article', { name: 'Ask for the price' });
  expect(await within(note).findByRole('button', { name: 'Nvidia' })).toBeVisible();
});
