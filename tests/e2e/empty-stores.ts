import type { Page } from 'puppeteer-core';

/** Takes every database of ours away, as a browser does that throws away what it finds damaged. `page`: one of ours. */
export async function emptyStores(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const empty = (name: string) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      });
    for (const { name } of await indexedDB.databases()) if (name) await empty(name);
  });
}
