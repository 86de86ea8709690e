import { renderHook, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { usePageState } from '@/components/hooks/use-page-state';

const passage = { start: 3, end: 8, exact: 'words', before: 'a ', after: ' b', telling: null };
const article = {
  url: 'https://a.example/b',
  linked: '',
  title: 'A',
  language: 'en',
  isList: false,
  written: [],
};

/** The selection of a page, of which its content script says this one. */
async function selectionOf(selection: unknown) {
  const value = {
    running: 'on',
    article,
    topics: [],
    notes: { found: [], missing: [], unsure: [] },
    selection,
  };
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue({ ok: true, value } as never);
  const { result } = renderHook(() => usePageState(7));
  await waitFor(() => expect(result.current.answer.state).toBe('reached'));
  return result.current.answer.state === 'reached' ? result.current.answer.page.selection : undefined;
}

describe('usePageState', () => {
  it('takes of a selection what it knows', async () => {
    const near = { within: ['huawei'], around: [] };
    const said = { text: 'words', passage: { ...passage, more: 1 }, near: { ...near, more: 1 }, more: 1 };
    expect(await selectionOf(said)).toEqual({
      text: 'words',
      selectors: {
        quote: { type: 'TextQuoteSelector', exact: 'words', prefix: 'a ', suffix: ' b' },
        position: { type: 'TextPositionSelector', start: 3, end: 8 },
      },
      near,
    });
  });

  it.each<[object, string]>([
    [{ passage: { ...passage, start: '3' } }, 'a place is a text'],
    [{ passage: { ...passage, twins: { before: 'x'.repeat(99) } } }, 'twins are of no shape that is known'],
    [{ passage, near: { within: ['x'.repeat(81)], around: [] } }, 'no topic is called so'],
    [{ passage, text: 'x'.repeat(10_001) }, 'it is longer than any'],
  ])('takes %o for no selection, because %s', async (said) => {
    expect(await selectionOf({ text: 'words', ...said })).toBeNull();
  });

  it('shows nothing of the former tab any more where the next one does not answer', async () => {
    const page = { running: 'on', article, topics: [], notes: { found: [], missing: [], unsure: [] } };
    const answer = { ok: true, value: { ...page, selection: null } };
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((async (tabId: number) =>
      tabId === 7 ? answer : new Promise(() => {})) as never);
    const { result, rerender } = renderHook((tabId: number) => usePageState(tabId), { initialProps: 7 });
    await waitFor(() => expect(result.current.answer.state).toBe('reached'));
    rerender(8);
    await waitFor(() => expect(result.current.answer.state).toBe('loading'));
    rerender(7);
    await waitFor(() => expect(result.current.answer.state).toBe('reached'));
  });
});
