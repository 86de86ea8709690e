import { browser } from 'wxt/browser';
import type { Settings } from '@/lib/model/settings';
import { DEFAULT_SETTINGS, SETTINGS_KEY } from './default-settings';

type Theme = Settings['theme'];

/** The reader's theme alone, read without the schemas: the card's first view does not carry them. Never throws. */
export async function loadTheme(): Promise<Theme> {
  try {
    return readTheme((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]);
  } catch {
    return DEFAULT_SETTINGS.theme;
  }
}

/** Calls back with the theme whenever settings are saved, until the signal aborts. */
export function watchTheme(see: (theme: Theme) => void, signal: AbortSignal): void {
  const { onChanged } = browser.storage;
  const listen: Parameters<typeof onChanged.addListener>[0] = (changes, area) => {
    if (area === 'local' && changes[SETTINGS_KEY]) see(readTheme(changes[SETTINGS_KEY].newValue));
  };
  onChanged.addListener(listen);
  signal.addEventListener('abort', () => onChanged.removeListener(listen), { once: true });
}

function readTheme(stored: unknown): Theme {
  const theme = (stored as Partial<Settings> | null | undefined)?.theme;
  return theme === 'light' || theme === 'dark' || theme === 'system' ? theme : DEFAULT_SETTINGS.theme;
}
