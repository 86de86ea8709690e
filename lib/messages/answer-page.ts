import { browser } from 'wxt/browser';
import { computeAnswer, isEnvelope } from './envelope';
import type { PageCalls } from './page';

/** What answers each call to a page. A handler may throw: the caller gets it as an `AppError`. */
export type PageHandlers = {
  [Name in keyof PageCalls]: (
    request: PageCalls[Name]['request'],
  ) => PageCalls[Name]['response'] | Promise<PageCalls[Name]['response']>;
};

/**
 * Answers the calls of our own extension in this content script, until the signal aborts. A name it does
 * not know stays unanswered: the caller may be newer than this page's script.
 */
export function answerPage(handlers: PageHandlers, signal: AbortSignal): void {
  const { onMessage, id } = browser.runtime;
  const listen: Parameters<typeof onMessage.addListener>[0] = (message, sender, respond) => {
    if (sender.id !== id || !isEnvelope(message) || !Object.hasOwn(handlers, message.name)) return;
    const handle = handlers[message.name as keyof PageCalls] as (request: unknown) => unknown;
    void computeAnswer(() => handle(message.request)).then(respond);
    return true;
  };
  onMessage.addListener(listen);
  // After an update of the extension its old content scripts find `onMessage` gone.
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(listen), { once: true });
}
