import { useCallback, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { toSelectors } from '@/lib/anchor/to-selectors';
import { callPage } from '@/lib/messages/call-page';
import { isSelection } from '@/lib/messages/is-selection';
import type { PageSelection, PageState, SaidSelection } from '@/lib/messages/page';
import { toArticle } from '@/lib/page/to-article';
import { todayOf } from '@/lib/time/format-date';

/** What the content script of a tab says; `unreachable` where none answers, whatever the reason. */
export type PageAnswer =
  | { state: 'loading' }
  | { state: 'reached'; page: PageState }
  | { state: 'unreachable' };

/** How long what the former tab said stays in sight while the next one has not answered: less would flicker. */
const LATE_MS = 300;

/** When the page is asked again after something has changed: it scans in slices and answers with what it has. */
const ASK_AGAIN_MS = [0, 250, 1_000, 3_000];

const NOTHING_KNOWN = { of: undefined, answer: { state: 'loading' } } as const;

/**
 * The state of the visit in a tab: asked at once, a few times more while a scan may be going on, and again when
 * the tab has loaded, when the reader comes back to this page, and when `refresh` is called.
 */
export function usePageState(tabId: number | null | undefined): { answer: PageAnswer; refresh: () => void } {
  const [known, setKnown] = useState<{ of: typeof tabId; answer: PageAnswer }>(NOTHING_KNOWN);
  const [round, setRound] = useState(0);
  const refresh = useCallback(() => setRound((last) => last + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` starts another round of asking
  useEffect(() => {
    if (tabId === undefined) return;
    const setAnswer = (answer: PageAnswer) => setKnown({ of: tabId, answer });
    if (tabId === null) return setAnswer({ state: 'unreachable' });
    const life = new AbortController();
    const ask = () =>
      callPage(tabId, 'pageState', null).then(
        ({ selection: said, ...page }) => {
          const article = toArticle(page.article, todayOf(new Date()));
          const selection = isSelection(said) ? toSelection(said) : null;
          if (!life.signal.aborted) setAnswer({ state: 'reached', page: { ...page, article, selection } });
        },
        () => {
          if (!life.signal.aborted) setAnswer({ state: 'unreachable' });
        },
      );
    const timers = ASK_AGAIN_MS.map((delayMs) => setTimeout(ask, delayMs));
    return () => {
      life.abort();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [tabId, round]);

  useEffect(() => {
    const forget = () => setKnown((last) => (last.of === tabId ? last : NOTHING_KNOWN));
    const late = setTimeout(forget, LATE_MS);
    return () => clearTimeout(late);
  }, [tabId]);

  useEffect(() => {
    const life = new AbortController();
    const whenSeen = () => {
      if (document.visibilityState === 'visible') refresh();
    };
    const whenLoaded = (loaded: number, change: { status?: string | undefined }) => {
      if (loaded === tabId && change.status === 'complete') refresh();
    };
    document.addEventListener('visibilitychange', whenSeen, { signal: life.signal });
    // The panel stays in sight while the reader selects something on the page beside it.
    window.addEventListener('focus', refresh, { signal: life.signal });
    browser.tabs.onUpdated.addListener(whenLoaded);
    life.signal.addEventListener('abort', () => browser.tabs.onUpdated.removeListener(whenLoaded));
    return () => life.abort();
  }, [tabId, refresh]);

  return { answer: known.answer, refresh };
}

/** Selections are kept with drafts: what a page says beyond what we know is left out. */
function toSelection({ text, passage, near }: SaidSelection): PageSelection {
  return {
    text,
    selectors: toSelectors(passage),
    near: near && { within: near.within, around: near.around },
  };
}
