import { browser } from 'wxt/browser';
import { type Settings, settingsSchema } from '@/lib/model/settings';
import { DEFAULT_SETTINGS, SETTINGS_KEY } from './default-settings';

/** The reader's settings. Never throws: what cannot be read, field by field, is as on a fresh install. */
export async function loadSettings(): Promise<Settings> {
  return readSettings(await loadStored().catch(() => null));
}

/** Calls back with the settings whenever any page of ours has saved them, until the signal aborts. */
export function watchSettings(see: (settings: Settings) => void, signal: AbortSignal): void {
  const { onChanged } = browser.storage;
  const listen: Parameters<typeof onChanged.addListener>[0] = (changes, area) => {
    if (area === 'local' && changes[SETTINGS_KEY]) see(readSettings(changes[SETTINGS_KEY].newValue));
  };
  onChanged.addListener(listen);
  signal.addEventListener('abort', () => onChanged.removeListener(listen), { once: true });
}

/** Settings out of whatever was stored: each field that does not fit has its default. */
function readSettings(stored: unknown): Settings {
  const found: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const fields = Object.entries(settingsSchema.shape).map(([name, schema]) => {
    const read = schema.safeParse(found[name]);
    return [name, read.success ? read.data : DEFAULT_SETTINGS[name as keyof Settings]];
  });
  return Object.fromEntries(fields) as Settings;
}

async function loadStored(): Promise<unknown> {
  return (await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY];
}
