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
});
