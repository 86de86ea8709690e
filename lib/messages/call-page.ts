import { browser } from 'wxt/browser';
import { AppError } from '@/lib/model/app-error';
import { type Envelope, readAnswer, toEnvelope } from './envelope';
import type { PageCalls } from './page';

/**
 * Asks the content script of a tab's top frame. Throws `page-unreachable` where none answers (a browser page,
 * the store, a tab opened before installation), and whatever `AppError` the page's handler threw.
 */
export async function callPage<Name extends keyof PageCalls>(
  tabId: number,
  name: Name,
  request: PageCalls[Name]['request'],
): Promise<PageCalls[Name]['response']> {
  const answer = await send(tabId, toEnvelope(name, request));
  return readAnswer(answer, 'page-unreachable') as PageCalls[Name]['response'];
}

async function send(tabId: number, call: Envelope): Promise<unknown> {
  try {
    // Only the top frame: the card's own frame lives in the same tab and would hear the call too.
    return await browser.tabs.sendMessage(tabId, call, { frameId: 0 });
  } catch (cause) {
    throw new AppError('page-unreachable', { retryable: true, cause });
  }
}
