import { browser } from 'wxt/browser';
import type { Answer } from './envelope';

/** What comes of a message of ours; nothing where it is no call that is known. Rejects only where the extension has gone. */
export type AnswerCall = (message: unknown) => Promise<Answer | undefined>;

/** Answers the calls of our own extension in this content script, until the signal aborts. */
export function answerPage(answer: AnswerCall, signal: AbortSignal): void {
  const { onMessage, id } = browser.runtime;
  const listen: Parameters<typeof onMessage.addListener>[0] = (message, sender, respond) => {
    if (sender.id !== id || !message?.sidelight) return;
    void answer(message).then(respond, respond);
    return true;
  };
  onMessage.addListener(listen);
  // After an update of the extension its old content scripts find `onMessage` gone.
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(listen), { once: true });
}
