import { browser } from 'wxt/browser';
import { listTopicsWithArrivals } from '@/lib/db/arrivals';
import { CURRENT_INDEX_KEY, type CurrentIndex } from '@/lib/detect/index-store-keys';
import { withIndexLock } from './index-lock';

/**
 * Tells content scripts on which topics there is something that the reader has not seen, through the small key of the
 * index in use. Nothing where no index is.
 */
export async function publishNews(): Promise<void> {
  const { local } = browser.storage;
  const news = await listTopicsWithArrivals();
  await withIndexLock(async () => {
    const current = (await local.get(CURRENT_INDEX_KEY))[CURRENT_INDEX_KEY] as CurrentIndex | undefined;
    if (!current || (current.news ?? []).join() === news.join()) return;
    await local.set({ [CURRENT_INDEX_KEY]: { ...current, news } });
  });
}
