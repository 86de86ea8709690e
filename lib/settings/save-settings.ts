import { browser } from 'wxt/browser';
import { toStorageError } from '@/lib/model/app-error';
import type { Settings } from '@/lib/model/settings';
import { DEFAULT_SETTINGS, SETTINGS_KEY } from './default-settings';

/**
 * Saves some settings and leaves the others, without the schemas: the card does not carry them. A function is given
 * what is stored, with defaults for what is missing. What a newer version of Sidelight stored is kept. Throws where
 * the browser refuses to store.
 */
export async function saveSettings(
  change: Partial<Settings> | ((stored: Settings) => Partial<Settings>),
): Promise<void> {
  try {
    const stored = (await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY];
    // What stands there goes back as it is, also values that only a newer version understands.
    const now = { ...DEFAULT_SETTINGS, ...(typeof stored === 'object' ? stored : null) };
    const changed = typeof change === 'function' ? change(now) : change;
    await browser.storage.local.set({ [SETTINGS_KEY]: { ...now, ...changed } });
  } catch (thrown) {
    throw toStorageError(thrown);
  }
}
