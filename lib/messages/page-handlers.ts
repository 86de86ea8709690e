import { type Answer, computeAnswer, isEnvelope } from './envelope';
import type { PageCalls } from './page';

/** What answers each call to a page. A handler may throw: the caller gets it as an `AppError`. */
export type PageHandlers = {
  [Name in keyof PageCalls]: (
    request: PageCalls[Name]['request'],
  ) => PageCalls[Name]['response'] | Promise<PageCalls[Name]['response']>;
};

/** Lets the handler of its name answer a call. Nothing for a name that only a newer caller knows. */
export async function handleCall(handlers: PageHandlers, call: unknown): Promise<Answer | undefined> {
  if (!isEnvelope(call) || !Object.hasOwn(handlers, call.name)) return undefined;
  const { name, request } = call;
  const handle = handlers[name as keyof PageCalls] as (request: unknown) => unknown;
  return computeAnswer(() => handle(request));
}
