import 'fake-indexeddb/auto';
import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { speak } from './speak';

// `@wxt-dev/i18n` takes its browser from the global object, at its first import.
Object.assign(globalThis, { chrome: fakeBrowser });

beforeEach(async () => {
  fakeBrowser.reset();
  await speak('en');
  fakeBrowser.runtime.getManifest = () => ({ version: '0.1.0' }) as never;
  // What the fake browser has not: the keys of its storage, and a menu and an address bar in which nothing happens.
  const silent = { addListener: () => {} };
  const { local } = fakeBrowser.storage;
  Object.assign(local, { getKeys: async () => Object.keys(await local.get(null)) });
  Object.assign(fakeBrowser, {
    contextMenus: { removeAll: async () => {}, create: () => {}, onClicked: silent },
    omnibox: { onInputChanged: silent, onInputEntered: silent, setDefaultSuggestion: () => {} },
  });
});
