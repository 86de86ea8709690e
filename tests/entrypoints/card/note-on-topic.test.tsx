import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { rememberSharedVault } from '@/lib/db/shared-vault';
import { moveNote } from '@/lib/notes/move-note';
import { notesOfTopic } from '@/lib/notes/read-notes';
import { createNote } from '@/lib/notes/write-note';
import { makeDraft } from '../../builders';
import { ARTICLE, openCard, prepareCards, type Show } from './open-card';

prepareCards();

describe('a note from the card', () => {
  const openNotes = async (fields: Partial<Show> = {}) => {
    const card = openCard();
    card.show(fields);
    await userEvent.click(await screen.findByRole('button', { name: /^Notes( \(|$)/ }));
    return { card, field: await screen.findByRole('textbox', { name: 'Your note on Huawei' }) };
  };

  it('is saved for this article and this topic, and shown among the notes', async () => {
    const { card, field } = await openNotes();
    await userEvent.type(field, 'Ask about memory');
    await card.hears({ type: 'holding', holding: true });
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await card.hears({ type: 'holding', holding: false });
    expect(await screen.findByText('On this article')).toBeTruthy();
    expect(await notesOfTopic('huawei')).toMatchObject([
      {
        body: 'Ask about memory',
        topics: ['huawei'],
        target: { canonical: ARTICLE.linked, published: '2025-10-02' },
      },
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Back to Huawei' }));
    expect(await screen.findByRole('button', { name: 'Notes (1)' })).toBeTruthy();
  });

  it('is counted from the first sight of the card', async () => {
    await createNote(makeDraft({ topics: ['huawei'], body: 'Ask about memory' }));
    const card = openCard();
    const seen: string[] = [];
    const observer = new MutationObserver(() =>
      seen.push(...screen.queryAllByRole('button', { name: /^Notes/ }).map(({ textContent }) => textContent)),
    );
    observer.observe(document.body, { childList: true, subtree: true });
    card.show();
    await card.hears({ type: 'shown', visit: 1 });
    observer.disconnect();
    expect(new Set(seen)).toEqual(new Set(['Notes (1)']));
  });

  it('stands among the notes also where it is shared, with who wrote it, and is counted', async () => {
    await rememberSharedVault();
    const note = await createNote(makeDraft({ topics: ['huawei'], body: 'Ask about memory' }));
    await moveNote(note, 'shared');
    const card = openCard();
    card.show();
    await userEvent.click(await screen.findByRole('button', { name: 'Notes (1)' }));
    expect(await screen.findByText('Ask about memory')).toBeTruthy();
    expect(await screen.findByText('Shared by you')).toBeTruthy();
  });

  it('is kept as a draft until it is saved, also when the card is closed', async () => {
    const { card, field } = await openNotes();
    await userEvent.type(field, 'Half a thou');
    card.say({ type: 'hide' });
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
    card.show({ visit: 2 });
    await userEvent.click(await screen.findByRole('button', { name: 'Notes' }));
    expect(await screen.findByDisplayValue('Half a thou')).toBeTruthy();
    expect(await notesOfTopic('huawei')).toEqual([]);
  });
});
