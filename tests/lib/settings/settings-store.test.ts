import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { DEFAULT_SETTINGS, SETTINGS_KEY } from '@/lib/settings/default-settings';
import { addQuieted, quietWord } from '@/lib/settings/quieted';
import { saveSettings } from '@/lib/settings/save-settings';
import { loadSettings, watchSettings } from '@/lib/settings/settings-store';

const store = (value: unknown) => browser.storage.local.set({ [SETTINGS_KEY]: value });
const stored = async () => (await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY];

describe('loadSettings', () => {
  it.each([
    { value: undefined, settings: DEFAULT_SETTINGS, because: 'nothing was ever saved' },
    { value: 'damaged', settings: DEFAULT_SETTINGS, because: 'it is no object' },
    { value: null, settings: DEFAULT_SETTINGS, because: 'it is null' },
    {
      value: { ...DEFAULT_SETTINGS, theme: 'dark', delayMs: -5 },
      settings: { ...DEFAULT_SETTINGS, theme: 'dark' },
      because: 'one field does not fit, the others do',
    },
    {
      value: { theme: 'dark' },
      settings: { ...DEFAULT_SETTINGS, theme: 'dark' },
      because: 'a field is missing',
    },
    {
      value: { ...DEFAULT_SETTINGS, v: 2, theme: 'sepia', sounds: true },
      settings: DEFAULT_SETTINGS,
      because: 'a newer version wrote it',
    },
  ])('is readable when $because', async ({ value, settings }) => {
    if (value !== undefined) await store(value);
    expect(await loadSettings()).toEqual(settings);
  });

  it('never throws', async () => {
    vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('corrupt'));
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
    vi.restoreAllMocks();
  });
});

describe('saveSettings', () => {
  it('saves what it is given and leaves the rest', async () => {
    await saveSettings({ theme: 'dark' });
    await saveSettings({ delayMs: 300 });
    expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', delayMs: 300 });
  });

  it('keeps what a newer version stored', async () => {
    await store({ ...DEFAULT_SETTINGS, v: 2, theme: 'sepia', sounds: { on: true } });
    await saveSettings({ density: 'all' });
    expect(await stored()).toEqual({
      ...DEFAULT_SETTINGS,
      v: 2,
      theme: 'sepia',
      sounds: { on: true },
      density: 'all',
    });
  });

  it('hands out what is stored, entries of a newer version too', async () => {
    const newer = { type: 'mood', key: '~loud', site: '', day: '2026-11-29', until: 'tomorrow' };
    await store({ theme: 'dark', quieted: [newer] });
    const entry = quietWord('BIS', 'bis.example', '2026-11-29');
    await saveSettings(({ quieted }) => ({ quieted: addQuieted(quieted, entry) }));
    expect(await stored()).toMatchObject({ theme: 'dark', delayMs: 500, quieted: [newer, entry] });
    expect((await loadSettings()).quieted).toEqual([entry]);
  });

  it('says that the disk is full', async () => {
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('QuotaBytes quota exceeded'));
    await expect(saveSettings({ theme: 'dark' })).rejects.toMatchObject({ code: 'database-full' });
    vi.restoreAllMocks();
  });
});

describe('watchSettings', () => {
  it('calls back with whole settings until it is stopped', async () => {
    const seen: string[] = [];
    const stop = new AbortController();
    watchSettings((settings) => seen.push(settings.theme), stop.signal);
    await saveSettings({ theme: 'dark' });
    await browser.storage.local.set({ 'index:current': 1 });
    await browser.storage.local.remove(SETTINGS_KEY);
    stop.abort();
    await saveSettings({ theme: 'light' });
    expect(seen).toEqual(['dark', 'system']);
  });
});
