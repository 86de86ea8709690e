/** The browsers that the journeys run in, and the servers that their pages come from. */

import { afterEach, beforeEach } from 'vitest';
import type { BrowserName } from '@/scripts/browsers.mjs';
import { type Driven, type DriveOptions, driveBrowser } from '@/scripts/drive/launch';

/** Both browsers, or those that `SIDELIGHT_BROWSERS` names (`chromium`, `firefox`). */
export const BROWSERS = (process.env.SIDELIGHT_BROWSERS?.split(',') ?? [
  'chromium',
  'firefox',
]) as BrowserName[];

/** A fresh profile with the extension, closed by `await using`. */
export async function freshProfile(
  name: BrowserName,
  options?: DriveOptions,
): Promise<Driven & AsyncDisposable> {
  const driven = await driveBrowser(name, options);
  return { ...driven, [Symbol.asyncDispose]: () => driven.close() };
}

/** For tests that go on where the one before stopped: after a failure, the last try's, the rest are skipped, for they could only repeat it. */
export function stopAtFirstFailure(): void {
  let hasFailed = false;
  beforeEach((context) => {
    if (hasFailed) context.skip();
  });
  afterEach(({ task }) => {
    const { state, retryCount = 0 } = task.result ?? {};
    const retries = typeof task.retry === 'object' ? task.retry.count : task.retry;
    hasFailed ||= state === 'fail' && retryCount >= (retries ?? 0);
  });
}
