import { resolve } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** The languages that our sentences are written in, as the browser names their folders. */
export type Locale = 'en' | 'zh_CN';

/** What the file of a language holds, message by message. */
export function readLocale(locale: Locale) {
  return parseMessagesFile(resolve(import.meta.dirname, `../locales/${locale}.yml`));
}

const composed = new Map<Locale, ReturnType<typeof generateChromeMessages>>();

/** The file of a language as the extension carries it. */
export async function composeLocale(locale: Locale) {
  const messages = composed.get(locale) ?? generateChromeMessages(await readLocale(locale));
  composed.set(locale, messages);
  return messages;
}

/** Until globals are no more stubbed, a page fetches those files from the extension, and nothing else. */
export function serveLocales(): void {
  vi.stubGlobal('fetch', async (address: string) => {
    const [, locale] = /^\/_locales\/(\w+)\/messages\.json$/.exec(address) ?? [];
    return Response.json(await composeLocale(locale as Locale));
  });
}

/** From here on, and until the next test, the browser speaks this language. */
export async function speak(locale: Locale): Promise<void> {
  const messages = await composeLocale(locale);
  /** The browser's own substitution: `$1` … `$9`, and `$$` for a dollar sign. */
  const getMessage = (name: string, substitutions: string | string[] = []) => {
    const values = [substitutions].flat();
    const text = messages[name]?.message;
    if (text === undefined) throw new Error(`No message ${name} in locales/${locale}.yml`);
    return text.replace(/\$([1-9$])/g, (_, mark: string) =>
      mark === '$' ? '$' : (values[Number(mark) - 1] ?? ''),
    );
  };
  fakeBrowser.i18n.getMessage = getMessage as typeof fakeBrowser.i18n.getMessage;
  fakeBrowser.i18n.getUILanguage = () => locale.replace('_', '-');
}
