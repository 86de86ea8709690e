import { browser } from 'wxt/browser';
import { CURRENT_INDEX_KEY, FIRST_PART_KEY, type IndexInUse, partKey } from '@/lib/detect/index-store-keys';
import type { IndexParts } from '@/lib/detect/layout';
import { answerPage } from '@/lib/messages/answer-page';
import type { Settings } from '@/lib/model/settings';
import { type NotesOfSite, toNotesKey } from '@/lib/page/notes-key';
import { DEFAULT_SETTINGS, SETTINGS_KEY } from '@/lib/settings/default-settings';
import type { ReaderPort } from './reader-port';

/** The port of the content script: storage read directly, so that no page visit wakes the background. */
export function createBrowserPort(): ReaderPort {
  const { local } = browser.storage;
  const notesKey = toNotesKey(location.hostname);
  const keys = [SETTINGS_KEY, CURRENT_INDEX_KEY, notesKey];
  const load: ReaderPort['load'] = async (known) => {
    const found: Partial<IndexInUse> & Record<string, unknown> = await local.get(
      known ? keys : [...keys, FIRST_PART_KEY],
    );
    const current = found[CURRENT_INDEX_KEY];
    const generation = current?.generation ?? null;
    if (known && generation !== known) return load();
    return {
      settings: { ...toSettings(found[SETTINGS_KEY]), news: current?.news },
      generation,
      first: found[FIRST_PART_KEY],
      notes: found[notesKey] as NotesOfSite | undefined,
    };
  };
  return {
    load,
    async loadParts(generation, names) {
      const keys = names.map((name) => partKey(generation, name));
      const [found, { JUDGE_REGIMES: judgeRegimes } = {}] = await Promise.all([
        local.get(keys),
        names.includes('cues') ? import('@/lib/detect/regimes/judge-regimes') : undefined,
      ]);
      const parts: IndexParts = {};
      names.forEach((name, at) => {
        const part = found[keys[at] as string] as string | undefined;
        if (name !== 'cues') parts[name] = part;
        else if (part && judgeRegimes) parts.cues = { bytes: Uint8Array.fromBase64(part), judgeRegimes };
      });
      return parts;
    },
    watch(changed) {
      local.onChanged.addListener((changes) => {
        if (keys.some((key) => changes[key])) changed();
      });
    },
    answer: answerPage,
    card: () => ({
      address: browser.runtime.getURL('/card.html'),
      // In Chromium that address is another one in each session (`use_dynamic_url`); the document behind it
      // has the extension's own origin, which the address of the root does not hide.
      origin: browser.runtime.getURL('/').slice(0, -1),
    }),
    isAlive: () => !!browser.runtime?.id,
  };
}

/** Settings as stored, completed as on a fresh install; the defaults where what is stored cannot be settings. */
function toSettings(stored: unknown): Settings {
  const settings = stored as Settings | undefined;
  return settings?.sites?.off && settings.sites.on ? { ...DEFAULT_SETTINGS, ...settings } : DEFAULT_SETTINGS;
}
