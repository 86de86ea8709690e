import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '@/entrypoints/card/App';
import { database } from '@/lib/db/database';
import { replacePack } from '@/lib/db/packs';
import type { FromCard, ToCard } from '@/lib/messages/card-port';
import { AppError } from '@/lib/model/app-error';
import { notesOfTopic } from '@/lib/notes/read-notes';
import { findViolations } from '../../axe';
import { makePack, makeTopic } from '../../builders';
import { emptyDatabaseBeforeEach } from '../../stored';

type Show = Extract<ToCard, { type: 'show' }>;

const ARTICLE = {
  url: 'https://news.example/a?from=feed',
  linked: 'https://news.example/a',
  title: 'An article',
  language: 'en',
  written: ['2025-10-02'],
};

/** The reader session's end of the port: says what to show, and keeps what it hears. */
function openCard() {
  const { port1, port2 } = new MessageChannel();
  const heard: FromCard[] = [];
  port1.onmessage = ({ data }: MessageEvent<FromCard>) => heard.push(data);
  const say = (message: ToCard) => port1.postMessage(message);
  const show = (fields: Partial<Show> = {}) =>
    say({
      type: 'show',
      visit: 1,
      topic: 'huawei',
      article: ARTICLE,
      pageTopics: [],
      focus: false,
      ...fields,
    });
  const hears = (message: Partial<FromCard>) =>
    waitFor(() => expect(heard).toContainEqual(expect.objectContaining(message)));
  const shown = render(<App port={Promise.resolve(port2)} />);
  ports.push(port1, port2);
  return { ...shown, heard, say, show, hears };
}

/** What the background answers to any call; returns what it was asked. */
function answerBackgroundWith(value: unknown) {
  return vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue({ ok: true, value } as never);
}

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
  vi.restoreAllMocks();
});

emptyDatabaseBeforeEach();
beforeEach(async () => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  const ascend = makeTopic({ id: 'ascend', facts: [] });
  await replacePack(
    makePack([makeTopic({ relations: [{ type: 'makes', topic: 'ascend', status: 'happened' }] }), ascend]),
  );
});

describe('the card frame', () => {
  it('says that it is ready, shows the topic and how tall it is', async () => {
    const card = openCard();
    await card.hears({ type: 'ready' });
    card.show();
    expect(await screen.findByRole('article', { name: 'Huawei' })).toBeTruthy();
    await card.hears({ type: 'shown', visit: 1 });
    expect(await findViolations(card.container)).toEqual([]);
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
