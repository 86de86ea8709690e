/** What a script on a page can read of the extension's storage. */
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '@/scripts/browsers.mjs';
import { until } from '@/scripts/drive/launch';

const READ_ALL = `(async () => {
  const { storage } = globalThis.browser ?? globalThis.chrome;
  const refused = (thrown) => String(thrown);
  const [local, sync] = await Promise.all([storage.local.get(null), storage.sync.get(null).catch(refused)]);
  return JSON.stringify({ local, sync });
})()`;

/**
 * All of `storage.local` and `storage.sync` (or that it is refused), as text. In Chromium it is read where the reader's own content script
 * runs on a page. Firefox's driver cannot go there: there one of our own pages reads it, which sees the same two areas.
 */
export async function readStorage(name: BrowserName, article: Page, own: Page): Promise<string> {
  return name === 'chromium' ? readInIsolatedWorld(article) : ((await own.evaluate(READ_ALL)) as string);
}

async function readInIsolatedWorld(page: Page): Promise<string> {
  const session = await page.createCDPSession();
  try {
    const worlds = new Map<number, string>();
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.auxData?.type === 'isolated') worlds.set(context.id, context.origin);
    });
    await session.send('Runtime.enable');
    const contextId = await until(
      'the world of the content script',
      async () => [...worlds].find(([, origin]) => origin.startsWith('chrome-extension://'))?.[0],
    );
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId,
      expression: READ_ALL,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  } finally {
    await session.detach();
  }
}
