// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { CURRENT_INDEX_KEY, FIRST_PART_KEY } from '@/lib/detect/index-store-keys';
import { LOOK } from '@/lib/model/look';
import { createBrowserPort } from '@/lib/reader/browser-port';
import { SETTINGS_KEY } from '@/lib/settings/default-settings';

const first = (blob: string) => ({ blob, look: LOOK });
const current = (generation: string) => ({ generation, topics: 1, bytes: 3, parts: 0 });

async function publish(generation: string): Promise<void> {
  await browser.storage.local.set({
    [CURRENT_INDEX_KEY]: current(generation),
    [FIRST_PART_KEY]: first(generation),
  });
}

describe('load', () => {
  beforeEach(async () => {
    vi.restoreAllMocks();
    await publish('one');
  });

  it('brings settings, generation and first part in one call', async () => {
    const get = vi.spyOn(browser.storage.local, 'get');
    expect(await createBrowserPort().load()).toMatchObject({ generation: 'one', first: first('one') });
    expect(get).toHaveBeenCalledOnce();
    expect(get.mock.calls[0]?.[0]).toContain(SETTINGS_KEY);
  });

  it('leaves the first part where it is when the generation is known', async () => {
    const get = vi.spyOn(browser.storage.local, 'get');
    const loaded = await createBrowserPort().load('one');
    expect(loaded).toMatchObject({ generation: 'one', first: undefined });
    expect(get).toHaveBeenCalledOnce();
  });

  it('brings the first part of another generation than the known one', async () => {
    await publish('two');
    expect(await createBrowserPort().load('one')).toMatchObject({ generation: 'two', first: first('two') });
  });

  it('says that no index is installed', async () => {
    await browser.storage.local.clear();
    expect(await createBrowserPort().load()).toMatchObject({ generation: null, first: undefined });
    expect(await createBrowserPort().load('one')).toMatchObject({ generation: null, first: undefined });
  });
});
