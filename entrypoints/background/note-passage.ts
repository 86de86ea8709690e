import { browser } from 'wxt/browser';
import { callPage } from '@/lib/messages/call-page';
import { AppError } from '@/lib/model/app-error';
import { openPage } from './open-page';

/**
 * Opens the place to write a note on what is selected in a tab: beside the selection, or where no visit runs on that page,
 * the popup as a page.
 */
export async function notePassage(tabId: number): Promise<void> {
  try {
    if ((await callPage(tabId, 'noteSelection', null)).opened) return;
  } catch (thrown) {
    if (!(thrown instanceof AppError && thrown.code === 'page-unreachable')) throw thrown;
  }
  await openPage({ page: 'popup', tabId }, null);
}

/** Answers the keyboard command for the page in front. */
export async function noteByCommand(command: string): Promise<void> {
  if (command !== 'note-passage') return;
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await notePassage(tab.id);
}
