import { browser } from 'wxt/browser';
import type { BackgroundCalls } from '@/lib/messages/background';

/**
 * Shows a page of ours in a tab: the one that shows it already, else a new one. The card's frame and the
 * popup may be gone before they could do it themselves.
 */
export async function openPage(
  request: BackgroundCalls['openPage']['request'],
  callerTabId: number | null,
): Promise<{ opened: boolean }> {
  const url = toAddress(request, callerTabId);
  const open = await findTab(url);
  if (open?.id === undefined) await browser.tabs.create({ url });
  else {
    await browser.tabs.update(open.id, { active: true });
    await browser.windows.update(open.windowId, { focused: true });
  }
  return { opened: true };
}

function toAddress(request: BackgroundCalls['openPage']['request'], callerTabId: number | null): string {
  if (request.page === 'options') return browser.runtime.getURL('/options.html');
  const tabId = request.tabId ?? callerTabId;
  return browser.runtime.getURL(tabId === null ? '/popup.html' : `/popup.html?tabId=${tabId}`);
}

async function findTab(url: string) {
  // A browser that does not let us look for our own pages gets one more tab.
  const tabs = await browser.tabs.query({ url }).catch(() => []);
  return tabs.find((tab) => tab.url === undefined || tab.url === url) ?? null;
}
