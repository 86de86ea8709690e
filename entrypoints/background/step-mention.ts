import { browser } from 'wxt/browser';
import { callPage } from '@/lib/messages/call-page';
import { AppError } from '@/lib/model/app-error';

const DIRECTIONS: Record<string, 1 | -1> = { 'next-mention': 1, 'previous-mention': -1 };

/** Answers the two keyboard commands: goes to the next or previous mention on the page in front. */
export async function stepMention(command: string): Promise<void> {
  const direction = DIRECTIONS[command];
  if (!direction) return;
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  try {
    await callPage(tab.id, 'stepMention', { direction });
  } catch (thrown) {
    // A page we cannot run on has no mentions: the key does nothing there.
    if (!(thrown instanceof AppError && thrown.code === 'page-unreachable')) throw thrown;
  }
}
