import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '@/entrypoints/sidepanel/App';
import { replaceAdded } from '@/lib/db/added-packs';
import { database } from '@/lib/db/database';
import { replacePack } from '@/lib/db/packs';
import type { Envelope } from '@/lib/messages/envelope';
import type { PageMentions, SaidSelection } from '@/lib/messages/page';
import type { PackManifest, TimelineEvent, Topic } from '@/lib/model/pack';
import { loadDraft, saveDraft } from '@/lib/notes/draft';
import { latestNotes } from '@/lib/notes/read-notes';
import { createNote } from '@/lib/notes/write-note';
import { parsePack } from '@/lib/packs/parse-pack';
import { askPanel } from '@/lib/panel/asked-place';
import { findViolations } from '../../axe';
import { makeDraft, makePack, makeTarget, makeTopic } from '../../builders';
import { emptyDatabaseBeforeEach } from '../../stored';

const WINDOW = 3;
const [NEWS, OTHER, CLOSED] = [7, 8, 9];

const MENTIONS: PageMentions = {
  topics: [
    {
      topic: 'nvidia',
      group: 'nvidia',
      count: 1,
      sentence: { before: '', name: 'Nvidia', after: ' sells.' },
    },
    {
      topic: 'huawei',
      group: 'huawei',
      count: 2,
      sentence: { before: 'Then ', name: 'Huawei', after: ' builds.' },
    },
  ],
  inView: 'nvidia',
};

/** What is selected on the page beside the panel. */
let selection: SaidSelection | null = null;

emptyDatabaseBeforeEach();
beforeEach(async () => {
  selection = null;
  localStorage.clear();
  const facts = (ids: [id: string, date: string][]) =>
    ids.map(([id, date]) => ({
      id,
      text: `What ${id} was.`,
      date,
      status: 'happened' as const,
      sources: [],
      key: true,
    }));
  await replacePack(
    makePack([
      makeTopic({
        facts: facts([
          ['early', '2025-01-10'],
          ['then', '2025-10-01'],
          ['late', '2026-02-03'],
        ]),
        events: [{ id: 'event', text: 'It happened.', date: '2025-09-18', status: 'happened', sources: [] }],
      }),
      makeTopic({ id: 'nvidia', group: 'nvidia' }),
    ]),
  );
});
afterEach(() => vi.restoreAllMocks());

/** Opens the panel in a window whose front tab shows an article of 2 October 2025. */
async function openPanel(hash = '', scrollToMention = { found: true }) {
  const calls: { tab: number; name: string; request: unknown }[] = [];
  const scrolled: ((mentions: PageMentions) => void)[] = [];
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(async (tab, message) => {
    if (tab === CLOSED) throw new Error('Could not establish connection');
    const { name, request } = message as Envelope;
    calls.push({ tab, name, request });
    const { waits } = (request ?? {}) as { waits?: boolean };
    const value = waits
      ? await new Promise<PageMentions>((resolve) => scrolled.push(resolve))
      : { pageState: toPage(tab), pageMentions: MENTIONS, scrollToMention }[name];
    return { ok: true, value } as never;
  });
  fakeBrowser.windows.getCurrent = (async () => ({ id: WINDOW })) as never;
  fakeBrowser.tabs.query = (async () => [{ id: NEWS }]) as never;
  fakeBrowser.tabs.getCurrent = (async () => undefined) as never;
  history.replaceState(null, '', `/sidepanel.html${hash}`);
  const { container } = render(<App />);
  await waitFor(() => expect(calls.some(({ name }) => name === 'pageState')).toBe(true));
  return {
    container,
    calls,
    scroll: (mentions: PageMentions) => act(async () => scrolled.at(-1)?.(mentions)),
  };
}

function toPage(tab: number) {
  return {
    running: 'on',
    article: {
      url: `https://news.example/${tab}`,
      linked: '',
      title: 'An article',
      language: 'en',
      isList: false,
      written: tab === NEWS ? [{ from: 'meta', label: 'article:published_time', text: '2025-10-02' }] : [],
    },
    topics: MENTIONS.topics.map(({ sentence: _, ...topic }) => topic),
    selection,
  };
}

const slider = () => screen.findByRole('slider', { name: 'Show everything as of' });
const turnTo = (tabId: number, windowId = WINDOW) =>
  act(() => fakeBrowser.tabs.onActivated.trigger({ tabId, windowId }));

describe('the page in the panel', () => {
  it('has its topics in reading order, each with its sentence and what was known then', async () => {
    const { container } = await openPanel();
    const list = await screen.findByRole('list', { name: 'Topics in reading order' });
    await within(list).findByText('What then was.');
    const items = [...list.children].map((item) => item.textContent);
    expect(items[0]).toMatch(/^Nvidia 1 mentionNvidia sells\./);
    expect(items[1]).toMatch(/^Huawei 2 mentionsThen Huawei builds\.What then was\./);
    expect(await findViolations(container)).toEqual([]);
  });

  it('marks the topic in view, and another when the page has been scrolled', async () => {
    const { scroll } = await openPanel();
    const marked = () => document.querySelector('[aria-current]')?.textContent;
    await waitFor(() => expect(marked()).toMatch(/^Nvidia/));
    await scroll({ ...MENTIONS, inView: 'huawei' });
    expect(marked()).toMatch(/^Huawei/);
  });

  it('scrolls the page to a sentence that is pressed, and opens the card of a name', async () => {
    const { calls } = await openPanel();
    await userEvent.click(await screen.findByRole('button', { name: 'Then Huawei builds.' }));
    expect(calls).toContainEqual({ tab: NEWS, name: 'scrollToMention', request: { topic: 'huawei' } });
    await userEvent.click(screen.getByRole('button', { name: 'Huawei' }));
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Huawei', level: 1 })).toHaveFocus());
    await userEvent.click(screen.getByRole('button', { name: 'Back to this page' }));
    expect(screen.getByRole('button', { name: 'Huawei' })).toHaveFocus();
  });

  it('says no more of a mention that could not be shown, once another page is in front', async () => {
    await openPanel('', { found: false });
    await userEvent.click(await screen.findByRole('button', { name: 'Then Huawei builds.' }));
    const missed = /^Huawei does not stand on the page/;
    await waitFor(() => expect(screen.getAllByText(missed, { ignore: '[role=status]' })).toHaveLength(1));
    await turnTo(OTHER);
    await waitFor(() => expect(screen.queryAllByText(missed, { ignore: '[role=status]' })).toEqual([]));
  });

  it('follows the tab in front of its window, and says where it cannot read', async () => {
    const { calls, container } = await openPanel();
    await turnTo(OTHER, WINDOW + 1);
    await turnTo(CLOSED);
    expect(await screen.findByText(/^Sidelight cannot read this page/)).toBeVisible();
    expect(await findViolations(container)).toEqual([]);
    await turnTo(OTHER);
    await waitFor(() => expect(calls.some(({ tab }) => tab === OTHER)).toBe(true));
  });

  it('asks a page for nothing while it lies under a card', async () => {
    const { calls, scroll } = await openPanel('#topic=huawei');
    await screen.findByRole('heading', { name: 'Huawei', level: 1 });
    expect(calls.filter(({ name }) => name === 'pageMentions')).toEqual([]);
    await scroll(MENTIONS);
  });
});

describe('the date of the panel', () => {
  it('is the article’s, and moves by a day and a month with all that is shown', async () => {
    const { container } = await openPanel('#topic=huawei');
    const thumb = await slider();
    await waitFor(() => expect(thumb).toHaveAttribute('aria-valuetext', '2 Oct 2025'));
    expect(await screen.findByText('What then was.')).toBeVisible();
    thumb.focus();
    await userEvent.keyboard('{PageDown}{ArrowLeft}');
    expect(thumb).toHaveAttribute('aria-valuetext', '1 Sep 2025');
    expect(screen.getByRole('heading', { name: 'Known on 1 Sep 2025' })).toBeVisible();
    expect(screen.getByText('What early was.')).toBeVisible();
    expect(screen.queryByText('What then was.')).toBeNull();
    expect(await findViolations(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: "Back to the article's date" }));
    expect(thumb).toHaveAttribute('aria-valuetext', '2 Oct 2025');
  });

  it('holds nothing back where the article has none, until one is chosen', async () => {
    await openPanel('#topic=huawei');
    await turnTo(OTHER);
    expect(await screen.findByText('What late was.')).toBeVisible();
    const thumb = await slider();
    expect(thumb).toHaveAttribute('aria-valuetext', 'Everything known');
    thumb.focus();
    await userEvent.keyboard('{Home}');
    expect(thumb).toHaveAttribute('aria-valuetext', '10 Jan 2025');
    expect(screen.getByText('What early was.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show everything' }));
    expect(screen.getByText('What late was.')).toBeVisible();
  });
});

describe('where the panel is asked to go', () => {
  it('opens a section that its address names', async () => {
    const { container } = await openPanel('#topic=huawei&section=timeline');
    const section = await screen.findByRole('region', { name: 'Timeline' });
    expect(await within(section).findByText('It happened.')).toBeVisible();
    expect(await findViolations(container)).toEqual([]);
  });

  it('goes where another page of ours asks, also while it stands open', async () => {
    await openPanel();
    await act(() => askPanel(WINDOW, { view: 'topic', id: 'nvidia', section: null }));
    expect(await screen.findByRole('heading', { name: 'Nvidia', level: 1 })).toBeVisible();
    await act(() => askPanel(WINDOW, { view: 'search', query: 'hua' }));
    expect(await screen.findByRole('option', { name: /^Huawei/ })).toBeVisible();
    expect(screen.getByRole('combobox')).toHaveValue('hua');
  });

  it('says of a topic that no pack has, that it is missing', async () => {
    await openPanel('#topic=unheard-of');
    expect(await screen.findByText('The installed packs have no topic “unheard-of”.')).toBeVisible();
  });
});

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
    selection = {
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

describe('the dossier', () => {
  it('has all notes on the topic among its events, with what is later folded away', async () => {
    const noteOn = (published: string | null, body: string) =>
      createNote(makeDraft({ body, topics: ['huawei'], target: makeTarget({ published }) }));
    await noteOn('2025-09-20', 'After the event');
    await noteOn('2026-03-01', 'Much later');
    await noteOn(null, 'Nobody knows when');
    const { container } = await openPanel('#topic=huawei');
    await userEvent.click(await screen.findByRole('button', { name: 'Dossier' }));
    const dossier = await screen.findByRole('article', { name: 'Dossier on Huawei' });
    await within(dossier).findByText('After the event');
    const entries = [...dossier.querySelectorAll(':scope > ol > li')].map((entry) => entry.textContent);
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatch(/^20 Sep 2025.*After the event/);
    expect(entries[1]).toMatch(/^18 Sep 2025.*It happened\./);
    expect(within(dossier).getByText('Much later').closest('details')).not.toHaveAttribute('open');
    const undated = within(dossier).getByRole('region', { name: "Notes without an article's date" });
    expect(undated).toHaveTextContent('Nobody knows when');
    expect(await findViolations(container)).toEqual([]);
  });

  it("has the reader's own events by their dates, and gives them out as a pack", async () => {
    const ownOn = (date: string, text: string) =>
      createNote(makeDraft({ body: '', topics: ['huawei'], target: makeTarget(), event: { date, text } }));
    await ownOn('2025-09-19', 'A licence was granted.');
    await ownOn('2026-02', 'It was taken back.');
    const files: Blob[] = [];
    URL.createObjectURL = (file) => {
      files.push(file as Blob);
      return 'blob:pack';
    };
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const print = vi.spyOn(window, 'print').mockImplementation(() => {});
    const { container } = await openPanel('#dossier=huawei');
    const dossier = await screen.findByRole('article', { name: 'Dossier on Huawei' });
    expect(await within(dossier).findByText('A licence was granted.')).toBeVisible();
    const entries = [...dossier.querySelectorAll(':scope > ol > li')].map((entry) => entry.textContent);
    expect(entries[0]).toMatch(/^19 Sep 2025Your event of 19 Sep 2025A licence was granted\./);
    expect(entries).toHaveLength(2);
    expect(within(dossier).getByText('It was taken back.').closest('details')).not.toHaveAttribute('open');
    expect(dossier).toHaveTextContent(/No notes of yours.*2 events/);
    expect(await findViolations(container)).toEqual([]);

    await userEvent.click(within(dossier).getByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalledOnce();
    await userEvent.click(within(dossier).getByRole('button', { name: 'Save your events as a pack' }));
    const pack = parsePack(JSON.parse((await files[0]?.text()) ?? ''));
    expect(pack.contents[0]?.events.map(({ date }) => date).toSorted()).toEqual(['2025-09-19', '2026-02']);
  });

  it('has the events of a pack that was added, folded where they are later, and says where they are from', async () => {
    const event = (id: string, date: string, text: string): TimelineEvent => ({
      id,
      date,
      text,
      status: 'happened',
      sources: [],
    });
    await replaceAdded('own-huawei-00112233', [
      {
        pack: 'own-huawei-00112233',
        topic: 'huawei',
        topics: ['huawei'],
        name: 'Events of Anna',
        fileName: 'anna.json',
        published: '2026-11-29',
        added: '2026-11-30',
        events: [
          event('a', '2025-09-19', 'A licence was granted.'),
          event('b', '2026-02', 'It was taken back.'),
        ],
        sources: [],
      },
    ]);
    const { container } = await openPanel('#dossier=huawei');
    const dossier = await screen.findByRole('article', { name: 'Dossier on Huawei' });
    const entry = (await within(dossier).findByText('A licence was granted.')).closest('li') as HTMLElement;
    expect(entry).toHaveTextContent(/^19 Sep 2025.*added pack.*Events of Anna/);
    expect(within(dossier).getByText('It was taken back.').closest('details')).not.toHaveAttribute('open');
    expect(within(dossier).queryByRole('button', { name: 'Save your events as a pack' })).toBeNull();
    expect(await findViolations(container)).toEqual([]);
  });
});

describe('what is new', () => {
  const update = async () => {
    const { packs, topics } = database;
    const pack = (await packs.toArray())[0] as PackManifest;
    const contents = (await topics.toArray()).map(({ topic }) => topic);
    const [huawei, ...others] = contents as [Topic, ...Topic[]];
    const fact = (id: string, date: string) => ({
      id,
      text: `News: ${id}.`,
      date,
      status: 'happened' as const,
      sources: [],
    });
    await replacePack({
      ...pack,
      version: '2.0.0',
      contents: [
        { ...huawei, facts: [...huawei.facts, fact('known', '2025-09-30'), fact('later', '2026-01-05')] },
        ...others,
      ],
    });
  };

  it('is folded over the topics of the page, listed by topic, what is later than the article folded away, and each line opens its card there', async () => {
    await update();
    const { container } = await openPanel();
    const news = await screen.findByRole('region', { name: '2 new since you last looked' });
    const list = screen.getByRole('list', { name: 'Topics in reading order' });
    expect(news.compareDocumentPosition(list)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    const fold = within(news).getByText('2 new since you last looked').closest('details');
    expect(fold?.open).toBe(false);
    await userEvent.click(within(news).getByText('2 new since you last looked'));
    expect(within(news).getAllByRole('button', { name: /./ })[0]?.textContent).toBe('Huawei');
    const later = await within(news).findByText(/News: later/);
    await waitFor(() => expect(later.closest('details')).not.toBe(fold));
    expect(
      within(news)
        .getByText(/News: known/)
        .closest('details'),
    ).toBe(fold);
    expect(await findViolations(container)).toEqual([]);
    await userEvent.click(within(news).getByText(/News: known/));
    const card = await screen.findByRole('article', { name: 'Huawei' });
    expect(within(card).getByRole('region', { name: 'Background' })).toBeTruthy();
  });

  it('is nothing where no update came', async () => {
    await openPanel();
    await screen.findByRole('list', { name: 'Topics in reading order' });
    expect(screen.queryByText(/since you last looked$/)).toBeNull();
  });
});
