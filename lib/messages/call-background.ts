import { browser } from 'wxt/browser';
import { AppError } from '@/lib/model/app-error';
import type { BackgroundCalls } from './background';
import { type Envelope, readAnswer, toEnvelope } from './envelope';

/** Asks the background, waking it if need be. Throws the `AppError` that its handler threw, `unexpected` where nobody answers. */
export async function callBackground<Name extends keyof BackgroundCalls>(
  name: Name,
  request: BackgroundCalls[Name]['request'],
): Promise<BackgroundCalls[Name]['response']> {
  const answer = await send(toEnvelope(name, request));
  return readAnswer(answer, 'unexpected') as BackgroundCalls[Name]['response'];
}

async function send(call: Envelope): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(call);
  } catch (cause) {
    throw new AppError('unexpected', { detail: 'the background does not answer', retryable: true, cause });
  }
}
