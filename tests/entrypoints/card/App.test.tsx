import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/database';
import type { ToCard } from '@/lib/messages/card-port';
import { AppError } from '@/lib/model/app-error';
import { findViolations } from '../../axe';
import { ARTICLE, answerBackgroundWith, openCard, prepareCards } from './open-card';

prepareCards();

describe('the card frame', () => {
  it('says to a screen reader which mention of how many a step has led to, and nothing of a hover', async () => {
    const card = openCard();
    await card.hears({ type: 'ready' });
    const region = card.container.querySelector('[aria-live]') as HTMLElement;
    card.show();
    await screen.findByRole('article', { name: 'Huawei' });
    expect(region.textContent).toBe('');
    card.show({ visit: 2, topic: 'ascend', focus: true, step: { at: 1, of: 7 } });
    await waitFor(() => expect(region.textContent).toBe('Ascend, 1 of 7'));
    card.say({ type: 'hide' });
    await waitFor(() => expect(region.textContent).toBe(''));
    expect(card.container.contains(region)).toBe(true);
  });

  it('says that it is ready, shows the topic and how tall it is', async () => {
    const card = openCard();
    await card.hears({ type: 'ready' });
    card.show();
    expect(await screen.findByRole('article', { name: 'Huawei' })).toBeTruthy();
    await card.hears({ type: 'shown', visit: 1 });
    expect(await findViolations(card.container)).toEqual([]);
  });

  it('shows the topic also on a page with a very long address', async () => {
    const card = openCard();
    card.show({ article: { ...ARTICLE, url: `https://news.example/map?state=${'x'.repeat(100_000)}` } });
    expect(await screen.findByRole('article', { name: 'Huawei' })).toBeTruthy();
  });

  it('reads the topic that the frame was made for before it has the port, and shows it by the port', async () => {
    const reading = vi.spyOn(IDBObjectStore.prototype, 'get');
    const card = openCard({ first: 'huawei' });
    await waitFor(() => expect(reading).toHaveBeenCalledWith('huawei'));
    expect(screen.queryByRole('article')).toBeNull();
    card.handOver();
    card.show();
    expect(await screen.findByRole('article', { name: 'Huawei' })).toBeTruthy();
  });

  it('shows what the port says where the frame was made for something else', async () => {
    const card = openCard({ first: 'no-such-topic' });
    card.handOver();
    card.show({ topic: 'ascend' });
    expect(await screen.findByRole('article', { name: 'Ascend' })).toBeTruthy();
    await card.hears({ type: 'shown', visit: 1 });
  });

  it('switches to another topic without a reload, and shows nothing once hidden', async () => {
    const card = openCard();
    card.show();
    await screen.findByRole('article', { name: 'Huawei' });
    card.show({ visit: 2, topic: 'ascend' });
    await screen.findByRole('article', { name: 'Ascend' });
    await card.hears({ type: 'shown', visit: 2 });
    card.say({ type: 'hide' });
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
  });

  it('closes on Escape and by its button', async () => {
    const card = openCard();
    card.show({ visit: 7 });
    await userEvent.click(await screen.findByRole('button', { name: 'Close the card' }));
    await card.hears({ type: 'close', visit: 7 });
    card.heard.length = 0;
    await userEvent.keyboard('{Escape}');
    await card.hears({ type: 'close', visit: 7 });
  });

  it('takes the focus only when opened by keyboard', async () => {
    const card = openCard();
    card.show();
    await screen.findByRole('article', { name: 'Huawei' });
    expect(document.activeElement).toBe(document.body);
    card.show({ visit: 2, focus: true });
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
  });

  it('opens a related topic in place and leads back to the section it came from', async () => {
    const card = openCard();
    card.show();
    await userEvent.click(await screen.findByRole('button', { name: 'Background' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Ascend' }));
    await screen.findByRole('article', { name: 'Ascend' });
    await userEvent.click(screen.getByRole('button', { name: 'Back to Huawei' }));
    await screen.findByRole('article', { name: 'Huawei' });
    expect(await screen.findByRole('region', { name: 'Background' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Back to Huawei' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Forward to Ascend' }));
    await screen.findByRole('article', { name: 'Ascend' });
  });

  it('ignores what is no message of ours', async () => {
    const card = openCard();
    card.say({ type: 'show', topic: 'huawei' } as unknown as ToCard);
    card.show({ visit: 2, topic: 'ascend' });
    await screen.findByRole('article', { name: 'Ascend' });
    expect(screen.getAllByRole('article')).toHaveLength(1);
  });

  it('says so where no pack has the topic, and asks for the packs again', async () => {
    const sent = answerBackgroundWith({ topics: 2 });
    const card = openCard();
    card.show({ topic: 'nobody' });
    expect((await screen.findByRole('status')).textContent).toBe(
      'The installed packs have no topic “nobody”.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(sent).toHaveBeenCalledWith(expect.objectContaining({ name: 'reinstall' }));
    expect(await findViolations(card.container)).toEqual([]);
  });

  it('says so where the database cannot be opened, and tries again', async () => {
    const failing = vi.spyOn(database.topics, 'get').mockRejectedValue(new AppError('database-missing'));
    const card = openCard();
    card.show();
    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toContain('does not let Sidelight open its store');
    await card.hears({ type: 'shown' });
    failing.mockRestore();
    await userEvent.click(within(notice).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('article', { name: 'Huawei' })).toBeTruthy();
  });

  it('opens the options page and the side panel, at its topic, through the background', async () => {
    const sent = answerBackgroundWith({ opened: true });
    openCard().show();
    await userEvent.click(await screen.findByRole('button', { name: 'Options' }));
    await userEvent.click(screen.getByRole('button', { name: 'Open in the side panel' }));
    expect(sent.mock.calls.map(([message]) => message)).toEqual([
      expect.objectContaining({ name: 'openPage', request: { page: 'options' } }),
      expect.objectContaining({ name: 'openPanel', request: { place: '#topic=huawei' } }),
    ]);
  });
});

describe('a pinned card', () => {
  it('says that it holds until the pin is pressed again, and each showing begins unpinned', async () => {
    const card = openCard();
    card.show();
    const pin = await screen.findByRole('button', { name: 'Keep this card open' });
    await userEvent.click(pin);
    await card.hears({ type: 'holding', visit: 1, holding: true });
    expect(pin).toHaveAttribute('aria-pressed', 'true');
    card.heard.length = 0;
    await userEvent.click(pin);
    await card.hears({ type: 'holding', visit: 1, holding: false });
    await userEvent.click(pin);
    card.show({ visit: 2 });
    await card.hears({ type: 'holding', visit: 2, holding: false });
    expect(screen.getByRole('button', { name: 'Keep this card open' })).toHaveAttribute(
      'aria-pressed',
      'false',
    );
  });
});
