import { afterEach, expect, it, vi } from 'vitest';
import { askToKeep } from '@/lib/backups/ask-to-keep';

afterEach(() => vi.unstubAllGlobals());

it.each([
  { storage: { persist: async () => true }, answer: true, because: 'the browser agrees' },
  { storage: { persist: async () => false }, answer: false, because: 'it does not' },
  {
    storage: { persist: () => Promise.reject(new TypeError('not here')) },
    answer: false,
    because: 'it refuses in a frame',
  },
  { storage: {}, answer: false, because: 'it cannot be asked, as in a worker' },
  { storage: undefined, answer: false, because: 'the page is not secure' },
])('is $answer where $because', async ({ storage, answer }) => {
  vi.stubGlobal('navigator', { storage });
  expect(await askToKeep()).toBe(answer);
});
