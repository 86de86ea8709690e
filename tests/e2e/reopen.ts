import type { Page } from 'puppeteer-core';
import { until } from '@/scripts/drive/launch';

/** Loads a page of the extension again by itself: Firefox's driver refuses to, and may have no answer once the page leaves. */
export async function reopen(page: Page): Promise<void> {
  await page.bringToFront();
  const leave = () => {
    document.body.id = 'leaving';
    location.reload();
  };
  await page.evaluate(leave).catch(() => {});
  await until('the page again', () => page.evaluate(() => document.body.id !== 'leaving').catch(() => null));
}
