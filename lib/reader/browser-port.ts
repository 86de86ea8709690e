import { browser } from 'wxt/browser';
import { CURRENT_INDEX_KEY, type CurrentIndex, indexKey } from '@/lib/detect/index-store-keys';
import { answerPage } from '@/lib/messages/answer-page';
import type { Settings } from '@/lib/model/settings';
import { DEFAULT_SETTINGS, SETTINGS_KEY } from '@/lib/settings/default-settings';
import type { ReaderPort } from './reader-port';

/** The port of the content script: storage read directly, so that no page visit wakes the background. */
export function createBrowserPort(): ReaderPort {
  const { local } = browser.storage;
  return {
    async load() {
      const found = await local.get([SETTINGS_KEY, CURRENT_INDEX_KEY]);
      const current = found[CURRENT_INDEX_KEY] as CurrentIndex | undefined;
      return { settings: toSettings(found[SETTINGS_KEY]), generation: current?.generation ?? null };
    },
    async loadIndex(generation) {
      const key = indexKey(generation);
      const text = (await local.get(key))[key];
      return typeof text === 'string' ? fromBase64(text) : null;
    },
    watch(changed, signal) {
      const hear = (changes: Record<string, unknown>) => {
        if (SETTINGS_KEY in changes || CURRENT_INDEX_KEY in changes) changed();
      };
      local.onChanged.addListener(hear);
      signal.addEventListener('abort', () => browser.storage?.local.onChanged.removeListener(hear), {
        once: true,
      });
    },
    answer: answerPage,
    card: () => ({
      address: browser.runtime.getURL('/card.html'),
      // In Chromium the address is a different one in each session (`use_dynamic_url`); the document behind
      // it has the extension's own origin, which the address of the root is never disguised from.
      origin: new URL(browser.runtime.getURL('/')).origin,
    }),
    isAlive: () => browser.runtime?.id !== undefined,
    today: () => {
      const now = new Date();
      const two = (number: number) => String(number).padStart(2, '0');
      return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    },
  };
}

/** Settings as stored, each field that cannot be one replaced by its default. */
function toSettings(stored: unknown): Settings {
  const settings = { ...DEFAULT_SETTINGS, ...(stored as Partial<Settings> | undefined) };
  const { sites, delayMs } = settings;
  const isSound = Array.isArray(sites?.on) && Array.isArray(sites.off) && Number.isFinite(delayMs);
  return isSound ? settings : DEFAULT_SETTINGS;
}

function fromBase64(text: string): Uint8Array {
  const native = (Uint8Array as { fromBase64?: (text: string) => Uint8Array }).fromBase64;
  return native ? native.call(Uint8Array, text) : Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
}
