import { type Browser, browser } from 'wxt/browser';
import { z } from 'zod';
import { AppError } from '@/lib/model/app-error';
import { VAULTS } from '@/lib/model/vault-name';
import type { BackgroundCalls } from './background';
import { computeAnswer, isEnvelope } from './envelope';
import { LONGEST_ADDRESS } from './longest-address';

/** Who calls. `url`: the address of the calling page or of the page that a content script runs in. `tabId`, `windowId`: the tab in which the calling page or frame is shown, and its window; `null` for the toolbar's popup. */
export type Caller = { url: string; tabId: number | null; windowId: number | null };

/** What answers each call to the background. A handler may throw: the caller gets it as an `AppError`. */
export type BackgroundHandlers = {
  [Name in keyof BackgroundCalls]: (
    request: BackgroundCalls[Name]['request'],
    caller: Caller,
  ) => BackgroundCalls[Name]['response'] | Promise<BackgroundCalls[Name]['response']>;
};

const requestSchemas: { [Name in keyof BackgroundCalls]: z.ZodType<BackgroundCalls[Name]['request']> } = {
  openPage: z.union([
    z.strictObject({ page: z.literal('options') }),
    z.strictObject({ page: z.literal('popup'), tabId: z.number().int().nonnegative().nullable() }),
  ]),
  openPanel: z.strictObject({ place: z.string().max(500) }),
  reinstall: z.null(),
  syncNow: z.strictObject({ vault: z.enum(VAULTS), isApproved: z.boolean() }),
  stopSync: z.null(),
  newsSeen: z.null(),
  indexNotes: z.null(),
  noteWritten: z.strictObject({ pages: z.array(z.string().max(LONGEST_ADDRESS)).nullable() }),
  notesOfPage: z.strictObject({ url: z.url(), linked: z.string() }),
};

/** What a content script may call. */
const OPEN_TO_PAGES = new Set<string>(['notesOfPage'] satisfies (keyof BackgroundCalls)[]);

/**
 * Whether a message comes from a page of this extension. A content script carries the same extension id,
 * but the address of its web page: it may not call.
 */
function isOwnPage(sender: Browser.runtime.MessageSender): boolean {
  const own = browser.runtime.getURL('/');
  return sender.id === browser.runtime.id && (sender.url?.startsWith(own) ?? false);
}

/** Answers the calls of our own pages. Requests are parsed here, at the edge: handlers may trust them. */
export function answerBackground(handlers: BackgroundHandlers): void {
  browser.runtime.onMessage.addListener((message, sender, respond) => {
    if (!isEnvelope(message)) return;
    void computeAnswer(() => {
      const { name } = message;
      if (!isOwnPage(sender) && !(sender.id === browser.runtime.id && OPEN_TO_PAGES.has(name)))
        throw new AppError('message-refused', { detail: 'sender' });
      if (!Object.hasOwn(handlers, name)) throw new AppError('message-refused', { detail: `name ${name}` });
      const read = requestSchemas[name as keyof BackgroundCalls].safeParse(message.request);
      if (!read.success)
        throw new AppError('message-refused', { detail: `request of ${name}`, cause: read.error });
      return (handlers[name as keyof BackgroundCalls] as (request: unknown, caller: Caller) => unknown)(
        read.data,
        { url: sender.url ?? '', tabId: sender.tab?.id ?? null, windowId: sender.tab?.windowId ?? null },
      );
    }).then(respond);
    return true;
  });
}
