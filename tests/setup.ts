import 'fake-indexeddb/auto';
import { resolve } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const messages = generateChromeMessages(
  await parseMessagesFile(resolve(import.meta.dirname, '../locales/en.yml')),
);

// `@wxt-dev/i18n` takes its browser from the global object, at its first import.
Object.assign(globalThis, { chrome: fakeBrowser });

/** The browser's own substitution: `$1` … `$9`, and `$$` for a dollar sign. */
function getMessage(name: string, substitutions: string | string[] = []): string {
  const values = [substitutions].flat();
  const text = messages[name]?.message;
  if (text === undefined) throw new Error(`No message ${name} in locales/en.yml`);
  return text.replace(/\$([1-9$])/g, (_, mark: string) =>
    mark === '$' ? '$' : (values[Number(mark) - 1] ?? ''),
  );
}

beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.i18n.getMessage = getMessage as typeof fakeBrowser.i18n.getMessage;
  fakeBrowser.i18n.getUILanguage = () => 'en';
  // What the fake browser has not: a menu and an address bar, in which nothing happens unless a test says so.
  const silent = { addListener: () => {} };
  Object.assign(fakeBrowser, {
    contextMenus: { removeAll: async () => {}, create: () => {}, onClicked: silent },
    omnibox: { onInputChanged: silent, onInputEntered: silent, setDefaultSuggestion: () => {} },
  });
});
