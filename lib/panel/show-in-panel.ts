import { browser } from 'wxt/browser';
import { askPanel } from './asked-place';
import type { PanelPlace } from './place';
import { writePlace } from './write-place';

/** What Firefox has in the place of `sidePanel`. */
type Sidebar = {
  open: () => Promise<void>;
  isOpen: (of: { windowId: number }) => Promise<boolean>;
};

/**
 * Opens the panel of a window (null: the one that the reader looks at) and shows the place there. To be called straight
 * from what the reader did: after an `await` the browser refuses. Where it refuses all the same, the panel opens as a
 * page in a tab of its own, about the tab that the reader came from.
 */
export async function showInPanel(
  place: PanelPlace | Promise<PanelPlace>,
  windowId: number | null = null,
): Promise<void> {
  const opening = openPanel(windowId ?? browser.windows.WINDOW_ID_CURRENT);
  const [isOpen, wanted] = await Promise.all([opening, place]);
  if (isOpen) return askPanel(windowId ?? (await findCurrentWindow()), wanted);
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  await browser.tabs.create({ url: toPanelAddress(tab?.id ?? null, wanted) });
}

/** The address of the panel as a page of its own, about a tab. */
function toPanelAddress(tabId: number | null, place: PanelPlace): string {
  const path = tabId === null ? '/sidepanel.html' : `/sidepanel.html?tabId=${tabId}`;
  return browser.runtime.getURL(path as '/sidepanel.html') + writePlace(place);
}

/** Whether the panel is open now: the browser may not take the call for an act of the reader's. */
async function openPanel(windowId: number): Promise<boolean> {
  const { sidebarAction } = browser as unknown as { sidebarAction?: Sidebar };
  try {
    if (sidebarAction) await sidebarAction.open();
    else await browser.sidePanel.open({ windowId });
    return true;
  } catch {
    // Firefox takes no message for a click, but the reader may have opened it before.
    return sidebarAction?.isOpen({ windowId }) ?? false;
  }
}

async function findCurrentWindow(): Promise<number> {
  const { id } = await browser.windows.getLastFocused();
  return id ?? browser.windows.WINDOW_ID_CURRENT;
}
