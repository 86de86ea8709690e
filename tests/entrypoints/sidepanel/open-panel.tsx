/** Opens the side panel beside a window's pages, as the browser does. */
import { act, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '@/entrypoints/sidepanel/App';
import { replacePack } from '@/lib/db/packs';
import type { Envelope } from '@/lib/messages/envelope';
import type { PageMentions, SaidSelection } from '@/lib/messages/page';
import { makePack, makeTopic } from '../../builders';
import { emptyDatabaseBeforeEach } from '../../stored';

/** The panel's window. */
export const WINDOW = 3;
/** Its tabs: an article of 2 October 2025, another page, and one that does not answer. */
export const [NEWS, OTHER, CLOSED] = [7, 8, 9];

/** The topics of its pages. */
export const MENTIONS: PageMentions = {
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
export const selected: { passage: SaidSelection | null } = { passage: null };

/** For each test of the file: a store with two topics, Huawei and Nvidia, and no mock left over from the last. */
export function layPanelBed(): void {
  emptyDatabaseBeforeEach();
  beforeEach(async () => {
    selected.passage = null;
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
          events: [
            { id: 'event', text: 'It happened.', date: '2025-09-18', status: 'happened', sources: [] },
          ],
        }),
        makeTopic({ id: 'nvidia', group: 'nvidia' }),
      ]),
    );
  });
  afterEach(() => vi.restoreAllMocks());
}

/** Opens the panel in a window whose front tab shows an article of 2 October 2025. */
export async function openPanel(hash = '', scrollToMention = { found: true }) {
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
    selection: selected.passage,
  };
}

/** The slider of its date. */
export const slider = () => screen.findByRole('slider', { name: 'Show everything as of' });
/** The reader goes to another tab. */
export const turnTo = (tabId: number, windowId = WINDOW) =>
  act(() => fakeBrowser.tabs.onActivated.trigger({ tabId, windowId }));
