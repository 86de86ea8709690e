import { afterEach, expect, it, vi } from 'vitest';
import { i18n } from '#i18n';
import { loadSentences, toTranslate } from '@/lib/apart/sentences';
import { composeLocale, type Locale, serveLocales, speak } from '@/tests/speak';

afterEach(() => vi.unstubAllGlobals());

type Say = (key: string, ...given: unknown[]) => string;
const VALUES = ['A $2 $$', 'B', '', 'D', '1,000'];

it.each<Locale>(['en', 'zh_CN'])(
  'a thread beside the page says every sentence as the page does: %s',
  async (locale) => {
    await speak(locale);
    serveLocales();
    const here = i18n.t as Say;
    const there = toTranslate(await loadSentences(i18n.t)) as Say;
    // The library complains of those that are empty.
    const messages = Object.entries(await composeLocale(locale)).filter(([, { message }]) => message !== '');
    // The library complains of those that are empty.
    const keys = messages.flatMap(([key, { message }]) => (message === '' ? [] : [key]));
    for (const key of keys) {
      expect(there(key), key).toBe(here(key));
      expect(there(key, VALUES), key).toBe(here(key, VALUES));
      for (const count of [0, 1, 2, 21]) {
        expect(there(key, count), key).toBe(here(key, count));
        expect(there(key, count, VALUES), key).toBe(here(key, count, VALUES));
      }
    }
    expect(messages.length).toBeGreaterThan(500);
  },
);

it('a sentence that there is not is an error', () => {
  expect(() => toTranslate({})('shared.locale')).toThrow('shared.locale');
});
