import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '@/entrypoints/card/App';
import { openSession } from '@/entrypoints/card/session';
import { saveArticleDate } from '@/lib/db/article-dates';
import { database } from '@/lib/db/database';
import { replacePack } from '@/lib/db/packs';
import type { FromCard, ToCard } from '@/lib/messages/card-port';
import { AppError } from '@/lib/model/app-error';
import { notesOfPage, notesOfTopic } from '@/lib/notes/read-notes';
import { createNote } from '@/lib/notes/write-note';
import { DEFAULT_SETTINGS } from '@/lib/settings/default-settings';
import { loadSettings } from '@/lib/settings/settings-store';
import { loadTheme } from '@/lib/settings/stored-theme';
import { findViolations } from '../../axe';
import { makeDraft, makePack, makeQuote, makeTopic } from '../../builders';
import { emptyDatabaseBeforeEach } from '../../stored';

type Show = Extract<ToCard, { type: 'show' }>;

const ARTICLE = {
  url: 'https://news.example/a?from=feed',
  linked: 'https://news.example/a',
  title: 'An article',
  language: 'en',
  isList: false,
  written: [{ from: 'meta' as const, label: 'article:published_time', text: '2025-10-02' }],
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
      word: 'Huawei',
      site: 'news.example',
      article: ARTICLE,
      pageTopics: [],
      focus: false,
      step: null,
      ...fields,
    });
  const hears = (message: Partial<FromCard>) =>
    waitFor(() => expect(heard).toContainEqual(expect.objectContaining(message)));
  const shown = render(<App session={openSession(Promise.resolve(port2))} theme={loadTheme()} />);
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

  it("shows what was known on the reader's date of this address, here and the next time", async () => {
    const card = openCard();
    card.show();
    await userEvent.click(await screen.findByRole('button', { name: 'Known on 2 Oct 2025' }));
    const field = await screen.findByLabelText('Date of this article');
    await card.hears({ type: 'holding', visit: 1, holding: true });
    await userEvent.clear(field);
    await userEvent.type(field, '2025-09-01');
    await userEvent.click(screen.getByRole('button', { name: 'Use this date' }));
    await screen.findByText('Your date');
    await card.hears({ type: 'holding', visit: 1, holding: false });
    expect(screen.getByText('Nothing in this pack is dated that early.')).toBeTruthy();

    card.show({ visit: 2 });
    await screen.findByRole('button', { name: 'Known on 1 Sep 2025' });
    card.show({ visit: 3, article: { ...ARTICLE, url: 'https://news.example/b', linked: '' } });
    await screen.findByRole('button', { name: 'Known on 2 Oct 2025' });
  });

  it("never shows another date than the reader's first", async () => {
    await saveArticleDate('https://news.example/a', '2025-09-01');
    const card = openCard();
    const seen: string[] = [];
    const observer = new MutationObserver(() =>
      seen.push(
        ...screen.queryAllByRole('button', { name: /^Known on/ }).map(({ textContent }) => textContent),
      ),
    );
    observer.observe(document.body, { childList: true, subtree: true });
    card.show();
    await card.hears({ type: 'shown', visit: 1 });
    observer.disconnect();
    expect(new Set(seen)).toEqual(new Set(['Known on 1 Sep 2025']));
  });

  it('closes the place where the date is changed on Escape, and not itself', async () => {
    const card = openCard();
    card.show();
    await userEvent.click(await screen.findByRole('button', { name: 'Known on 2 Oct 2025' }));
    await screen.findByLabelText('Date of this article');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByLabelText('Date of this article')).toBeNull());
    await card.hears({ type: 'holding', visit: 1, holding: false });
    expect(card.heard.filter(({ type }) => type === 'close')).toEqual([]);
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

describe('quieting from the card', () => {
  const openMenu = async (fields: Partial<Show> = {}) => {
    const card = openCard();
    card.show({ topic: 'ascend', word: 'Ascend\n  950', ...fields });
    await userEvent.click(await screen.findByRole('button', { name: 'Quiet…' }));
    return { card, menu: await screen.findByRole('menu', {}, { timeout: 5_000 }) };
  };
  const entries = () => screen.getAllByRole('menuitem').map(({ textContent }) => textContent);
  const choose = (name: string) => userEvent.click(screen.getByRole('menuitem', { name }));

  beforeEach(async () => {
    await replacePack(
      makePack([
        makeTopic({ relations: [{ type: 'makes', topic: 'ascend', status: 'happened' }] }),
        makeTopic({ id: 'ascend', facts: [], kind: 'chip', whose: 'Huawei' }),
      ]),
    );
  });

  it('names each entry by the word, the topic and the site', async () => {
    await openMenu();
    expect(entries()).toEqual([
      "This is not Huawei's Ascend here",
      'Stop highlighting “Ascend 950”',
      'Hide Ascend until there is news',
      'Off on news.example',
    ]);
    expect(await findViolations(document.body)).toEqual([]);
  });

  it('speaks of no word where the card has gone on to another topic, and of no site where there is none', async () => {
    const card = openCard();
    card.show({ site: '' });
    await userEvent.click(await screen.findByRole('button', { name: 'Background' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Ascend' }));
    await screen.findByRole('article', { name: 'Ascend' });
    await userEvent.click(await screen.findByRole('button', { name: 'Quiet…' }));
    await screen.findByRole('menu', {}, { timeout: 5_000 });
    expect(entries()).toEqual(['Hide Ascend until there is news']);
  });

  it.each([
    {
      entry: "This is not Huawei's Ascend here",
      said: '“Ascend 950” is no longer highlighted on news.example.',
      quieted: [{ key: 'ascend950', site: 'news.example' }],
      off: [],
    },
    {
      entry: 'Stop highlighting “Ascend 950”',
      said: '“Ascend 950” is no longer highlighted anywhere.',
      quieted: [{ key: 'ascend950', site: '' }],
      off: [],
    },
    {
      entry: 'Hide Ascend until there is news',
      said: 'Ascend is hidden until there is news.',
      quieted: [{ key: '#ascend', topic: 'ascend', name: 'Ascend' }],
      off: [],
    },
    {
      entry: 'Off on news.example',
      said: 'Sidelight is off on news.example.',
      quieted: [],
      off: ['news.example'],
    },
  ])('does at once what "$entry" says, says so, and takes it back', async ({ entry, said, quieted, off }) => {
    const { card } = await openMenu();
    await choose(entry);
    const undo = await screen.findByRole('button', { name: `Undo: ${said}` });
    expect(screen.getByRole('status')).toHaveTextContent(said);
    expect(await loadSettings()).toMatchObject({ quieted, sites: { off } });
    await waitFor(() => expect(undo).toHaveFocus());
    expect(await findViolations(card.container)).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
    expect(screen.getByRole('heading', { name: 'Ascend' })).toHaveFocus();
  });

  it('is done by keyboard alone; Escape closes the menu, then the card', async () => {
    const card = openCard();
    card.show();
    const button = await screen.findByRole('button', { name: 'Quiet…' });
    button.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.getAllByRole('menuitem')[0]).toHaveFocus());
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('menuitem', { name: 'Stop highlighting “Huawei”' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    await waitFor(() => expect(screen.getByRole('button', { name: 'Quiet…' })).toHaveFocus());
    expect(card.heard.filter(({ type }) => type === 'close')).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await card.hears({ type: 'close' });
  });

  it('says so where the browser refuses to store', async () => {
    await openMenu();
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QuotaBytes quota exceeded'));
    await choose('Off on news.example');
    expect((await screen.findByRole('alert')).textContent).toContain('The disk or the space');
    expect(screen.queryByRole('status')).toBeNull();
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

describe('a topic that another one was merged into', () => {
  beforeEach(async () => {
    const card = makeTopic({ relations: [{ type: 'makes', topic: 'ascend-910', status: 'happened' }] });
    const merged = makeTopic({ id: 'ascend', facts: [], formerIds: ['ascend-910'] });
    await replacePack(makePack([card, merged]));
  });

  it('opens by the id of before, with the notes written under it', async () => {
    await createNote(makeDraft({ topics: ['ascend-910'], body: 'Ask for the yield' }));
    openCard().show({ topic: 'ascend-910' });
    await screen.findByRole('article', { name: 'Ascend' });
    await userEvent.click(await screen.findByRole('button', { name: 'Notes (1)' }));
    // The section's code is loaded only now.
    expect(await screen.findByText('Ask for the yield', {}, { timeout: 5_000 })).toBeTruthy();
  });

  it('is where relations to the id of before lead', async () => {
    openCard().show();
    await userEvent.click(await screen.findByRole('button', { name: 'Background' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Ascend' }));
    expect(await screen.findByRole('article', { name: 'Ascend' })).toBeTruthy();
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
