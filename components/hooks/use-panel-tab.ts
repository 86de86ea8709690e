import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { type TargetTab, useTargetTab } from './use-target-tab';

/**
 * The tab that the panel is about: the one in front in its window, followed as the reader changes tabs; as a page of its
 * own (`sidepanel.html?tabId=7`) always the one in its address. Null while it is being asked for.
 */
export function usePanelTab(search: string): TargetTab | null {
  const first = useTargetTab(search);
  const [followed, setFollowed] = useState<TargetTab | null>(null);
  const windowId = usePanelWindow();
  const isBound = first?.inTab === true;
  useEffect(() => {
    if (windowId === null || isBound) return;
    const { onActivated } = browser.tabs;
    const follow: Parameters<typeof onActivated.addListener>[0] = (activated) => {
      if (activated.windowId === windowId) setFollowed({ tabId: activated.tabId, inTab: false });
    };
    onActivated.addListener(follow);
    return () => onActivated.removeListener(follow);
  }, [windowId, isBound]);
  return isBound ? first : (followed ?? first);
}

/** The window that this page stands in; null while it is being asked for, or where there is none. */
export function usePanelWindow(): number | null {
  const [windowId, setWindowId] = useState<number | null>(null);
  useEffect(() => {
    const life = new AbortController();
    browser.windows.getCurrent().then(
      ({ id }) => {
        if (!life.signal.aborted) setWindowId(id ?? null);
      },
      () => setWindowId(null),
    );
    return () => life.abort();
  }, []);
  return windowId;
}
