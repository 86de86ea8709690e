/** The browsers that the journeys run in, and the servers that their pages come from. */

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
