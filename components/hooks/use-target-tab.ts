import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

/**
 * The tab that the popup is about. `inTab`: the popup itself is a page in a tab of its own (`popup.html?tabId=7`),
 * so it must not close itself. `tabId` is null where the browser names no tab.
 */
export type TargetTab = { tabId: number | null; inTab: boolean };

/** The tab named in the address, else the active one of this window; null while it is being asked for. */
export function useTargetTab(search: string): TargetTab | null {
  const named = readTabId(search);
  const [active, setActive] = useState<TargetTab | null>(null);
  useEffect(() => {
    if (named !== null) return;
    const life = new AbortController();
    const settle = (tabId: number | null) => {
      if (!life.signal.aborted) setActive({ tabId, inTab: false });
    };
    browser.tabs.query({ active: true, currentWindow: true }).then(
      ([tab]) => settle(tab?.id ?? null),
      () => settle(null),
    );
    return () => life.abort();
  }, [named]);
  return named === null ? active : { tabId: named, inTab: true };
}

function readTabId(search: string): number | null {
  const text = new URLSearchParams(search).get('tabId');
  return text !== null && /^\d{1,10}$/.test(text) ? Number(text) : null;
}
