import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/database';
import { replacePack } from '@/lib/db/packs';
import { createNote } from '@/lib/notes/write-note';
import { findViolations } from '../../axe';
import { makeDraft, makePack, makeQuote, makeTarget, makeTopic } from '../../builders';
import { emptyDatabaseBeforeEach } from '../../stored';
import { ARTICLE, makePage, openPopup } from './open-popup';

const SENTENCE = 'Nvidia was licensed to sell the chip on Thursday.';

emptyDatabaseBeforeEach();
beforeEach(async () => {
  localStorage.clear();
  await replacePack(makePack([makeTopic(), makeTopic({ id: 'nvidia', group: 'nvidia' })]));
});
afterEach(() => vi.restoreAllMocks());

function pageWith(near: { within: string[]; around: string[] }) {
  const { selectors } = makeQuote(SENTENCE);
  if (!selectors) throw new Error('a quote has selectors');
  return makePage({ selection: { text: SENTENCE, selectors, near } });
}

describe('the selected sentence', () => {
  it("is on a topic's timeline after three actions: popup, choice, save", async () => {
    const actions: (() => Promise<unknown>)[] = [
      () => openPopup(pageWith({ within: ['nvidia'], around: ['huawei'] })),
      async () => userEvent.click(await screen.findByRole('radio', { name: "Event on Nvidia's timeline" })),
      () => userEvent.click(screen.getByRole('button', { name: 'Save event' })),
    ];
    for (const act of actions) await act();
    await screen.findByText('Saved');
    expect(actions.length).toBeLessThanOrEqual(3);
    expect(await database.notes.toArray()).toMatchObject([
      {
        topics: ['nvidia'],
        event: { date: '2025-10-02', text: SENTENCE },
        target: { canonical: ARTICLE.canonical, title: ARTICLE.title, published: '2025-10-02' },
      },
    ]);
  });

  it('is proposed for the topic beside it where it names none', async () => {
    const { container } = await openPopup(pageWith({ within: [], around: ['nvidia', 'huawei'] }));
    await userEvent.click(await screen.findByRole('radio', { name: "Event on Nvidia's timeline" }));
    expect(screen.getByRole('textbox', { name: 'What happened' })).toHaveValue(SENTENCE);
    expect(screen.getByRole('textbox', { name: 'Date' })).toHaveValue('2025-10-02');
    expect(screen.getByRole('button', { name: 'Remove Nvidia' })).toBeVisible();
    expect(await findViolations(container)).toEqual([]);
  });

  it('is about the first of several topics that it names, and the others are offered', async () => {
    await openPopup(pageWith({ within: ['nvidia', 'huawei'], around: [] }));
    await userEvent.click(await screen.findByRole('radio', { name: "Event on Nvidia's timeline" }));
    expect(screen.queryByRole('button', { name: 'Remove Huawei' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Add the topic Huawei' }));
    expect(screen.getByRole('radio', { name: 'Event on 2 timelines' })).toBeChecked();
  });

  it('is no note any more, and says what is missing in place', async () => {
    await openPopup(pageWith({ within: ['nvidia'], around: [] }));
    await userEvent.click(await screen.findByRole('radio', { name: "Event on Nvidia's timeline" }));
    const date = screen.getByRole('textbox', { name: 'Date' });
    await userEvent.clear(date);
    await userEvent.type(date, 'Thursday');
    await userEvent.click(screen.getByRole('button', { name: 'Save event' }));
    expect(await screen.findByText(/^Give a date such as/)).toBeVisible();
    expect(date).toBeInvalid();
    await userEvent.clear(date);
    await userEvent.type(date, '2025-Q4');
    await userEvent.click(screen.getByRole('button', { name: 'Remove Nvidia' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save event' }));
    expect(await screen.findByText('Choose a topic first.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Add the topic Huawei' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save event' }));
    await screen.findByText('Saved');
    expect(await database.notes.toArray()).toMatchObject([
      { topics: ['huawei'], event: { date: '2025-Q4' } },
    ]);
  });

  it('is still there to save when the popup was closed before', async () => {
    const page = pageWith({ within: ['nvidia'], around: [] });
    const { unmount } = await openPopup(page);
    await userEvent.click(await screen.findByRole('radio', { name: "Event on Nvidia's timeline" }));
    await userEvent.type(screen.getByRole('textbox', { name: 'What happened' }), ' At last.');
    unmount();
    await openPopup(makePage());
    expect(await screen.findByRole('textbox', { name: 'What happened' })).toHaveValue(`${SENTENCE} At last.`);
  });
});

describe('an event of the reader', () => {
  const event = { date: '2025-09-30', text: 'Nvidia was licensed.' };
  const openCard = async (published: string) => {
    await createNote(makeDraft({ target: makeTarget(), topics: ['nvidia'], body: 'Who says so?', event }));
    const { container } = await openPopup(makePage({ article: { ...ARTICLE, published } }));
    await userEvent.click(await screen.findByRole('button', { name: 'Nvidia 1 mention' }));
    return { container, card: within(await screen.findByRole('article', { name: 'Nvidia' })) };
  };

  it('leads the card of a later article, marked as theirs, and stands on its timeline', async () => {
    const { container, card } = await openCard('2025-10-02');
    expect(await card.findByText('Nvidia was licensed.')).toBeVisible();
    expect(card.getByText('yours')).toBeVisible();
    await userEvent.click(card.getByRole('button', { name: 'Timeline' }));
    const timeline = await card.findByRole('region', { name: 'Timeline' });
    const line = await within(timeline).findByRole('listitem');
    expect(line).toHaveTextContent(/30 Sep 2025.*Nvidia was licensed\..*yours/);
    expect(within(line).getByRole('link')).toHaveAttribute('href', makeTarget().url);
    expect(line).toHaveTextContent('Your note: Who says so?');
    await userEvent.click(within(line).getByRole('button', { name: /^Copy or report/ }));
    expect(await within(line).findByRole('button', { name: 'Copy' })).toBeVisible();
    expect(within(line).queryByRole('button', { name: 'Report an error' })).toBeNull();
    expect(await findViolations(container)).toEqual([]);
  });

  it('stands only under "Since then" in the card of an earlier one', async () => {
    const { card } = await openCard('2025-09-20');
    await waitFor(() => expect(card.getByText('Since then 1 (to Sep 2025)')).toBeVisible());
    expect(card.queryByText('Nvidia was licensed.')).toBeNull();
    await userEvent.click(card.getByRole('button', { name: 'Notes' }));
    expect(card.queryByText('Nvidia was licensed.')).toBeNull();
  });
});
