import type { Page } from 'puppeteer-core';
import { until } from '@/scripts/drive/launch';

/** Waits until the page says this, white space aside. What it says instead is in the failure. */
export async function waitForText(page: Page, wanted: string, timeoutMs?: number): Promise<void> {
  let seen = '';
  const ask = async () => {
    seen = await page.evaluate(() => document.body.innerText.replace(/\s+/g, ' ')).catch(() => '');
    return seen.includes(wanted);
  };
  await until(`"${wanted}"`, ask, timeoutMs).catch((failure: Error) => {
    throw new Error(`${failure.message} The page says: ${seen.slice(0, 3_000)}`);
  });
}
