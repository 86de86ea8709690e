import type { Settings } from '@/lib/model/settings';

/** Where `storage.local` keeps the reader's settings: the content script reads this key on every page. */
export const SETTINGS_KEY = 'settings';

/** What a fresh install does: quiet, everywhere, following the system's theme. Free of zod: the content script reads it. */
export const DEFAULT_SETTINGS: Settings = {
  v: 1,
  theme: 'system',
  trigger: 'hover',
  delayMs: 500,
  density: 'calm',
  sites: { mode: 'except', off: [], on: [] },
  quieted: [],
};
