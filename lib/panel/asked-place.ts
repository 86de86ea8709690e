/**
 * How a page or the background tells the panel of a window what to show: the panel may stand open or be on its way, so
 * the place waits for it in `storage.session`, which ends with the browser and no content script can read.
 */
import { browser } from 'wxt/browser';
import { type PanelPlace, readPlace } from './place';
import { writePlace } from './write-place';

/** Leaves a place for the panel of a window. */
export async function askPanel(windowId: number, place: PanelPlace): Promise<void> {
  // An empty text would say nothing: the page is a place, too.
  await browser.storage.session.set({ [keyOf(windowId)]: writePlace(place) || '#' });
}

/** Calls back with each place that is asked of the panel of a window, one that waits already included, until the signal aborts. */
export function watchAsked(windowId: number, see: (place: PanelPlace) => void, signal: AbortSignal): void {
  const key = keyOf(windowId);
  const { session, onChanged } = browser.storage;
  const take = async () => {
    const asked = (await session.get(key))[key];
    if (typeof asked !== 'string' || signal.aborted) return;
    await session.remove(key);
    see(readPlace(asked));
  };
  const listen: Parameters<typeof onChanged.addListener>[0] = (changes, area) => {
    if (area === 'session' && changes[key]?.newValue !== undefined) void take();
  };
  onChanged.addListener(listen);
  signal.addEventListener('abort', () => onChanged.removeListener(listen), { once: true });
  void take();
}

function keyOf(windowId: number): string {
  return `panel:${windowId}`;
}
