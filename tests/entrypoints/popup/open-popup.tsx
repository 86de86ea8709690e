import { render, screen } from '@testing-library/react';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '@/entrypoints/popup/App';
import type { Envelope } from '@/lib/messages/envelope';
import type { PageCalls, PageState, Written } from '@/lib/messages/page';

export const TAB = 7;

export const ARTICLE: PageState['article'] = {
  url: 'https://www.news.example/a?from=feed',
  canonical: 'https://news.example/a',
  title: 'An article',
  published: '2025-10-02',
  dated: { is: 'found', date: '2025-10-02', from: 'meta', updated: null },
  language: 'en',
};

/** What the content script of an ordinary article says. */
export function makePage(fields: Partial<PageState> = {}): PageState {
  return {
    running: 'on',
    article: ARTICLE,
    topics: [
      { topic: 'huawei', group: 'huawei', count: 4 },
      { topic: 'nvidia', group: 'nvidia', count: 1 },
    ],
    selection: null,
    notes: { found: [], missing: [], unsure: [] },
    ...fields,
  };
}

/** The same as a content script says it: the date is a text of the page. */
function toSaid({
  article: { published, dated: _, canonical, ...facts },
  selection,
  ...page
}: PageState): PageCalls['pageState']['response'] {
  const { quote, position } = selection?.selectors ?? {};
  return {
    selection: selection && {
      text: selection.text,
      near: selection.near,
      passage: {
        start: position?.start ?? 0,
        end: position?.end ?? 0,
        exact: quote?.exact ?? '',
        before: quote?.prefix ?? '',
        after: quote?.suffix ?? '',
        telling: null,
      },
    },
    ...page,
    article: { ...facts, linked: canonical, isList: false, written: published ? [toMeta(published)] : [] },
  };
}

function toMeta(text: string): Written {
  return { from: 'meta', label: 'article:published_time', text };
}

type Opened = ReturnType<typeof render> & {
  /** The calls that the page heard. */
  calls: { name: string; request: unknown }[];
};

/** Opens the popup of a tab in a tab of its own; `page` is null where no content script answers. */
export async function openPopup(
  page: PageState | null,
  found: PageCalls['scrollToMention']['response'] = { found: true },
): Promise<Opened> {
  const calls: Opened['calls'] = [];
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(async (tab, message) => {
    if (page === null || tab !== TAB) throw new Error('Could not establish connection');
    const { name, request } = message as Envelope;
    calls.push({ name, request });
    return { ok: true, value: name === 'pageState' ? toSaid(page) : found } as never;
  });
  vi.spyOn(fakeBrowser.tabs, 'update').mockResolvedValue({} as never);
  history.replaceState(null, '', `?tabId=${TAB}`);
  const rendered = render(<App />);
  await screen.findByRole('combobox', { name: 'Search topics and notes' });
  return { ...rendered, calls };
}
