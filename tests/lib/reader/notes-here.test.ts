// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageNote } from '@/lib/messages/page';
import { fingerprint, type NotesOfSite } from '@/lib/page/notes-key';
import { createGuard } from '@/lib/reader/guard';
import { lookForNotes } from '@/lib/reader/notes-here';

const STORY = 'https://www.example.com/story';

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  document.head.innerHTML = '';
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

type Around = {
  linked?: string;
  cached?: NotesOfSite;
  failures?: number;
  /** What comes of each question after the failures; none where nothing is said. */
  answers?: Promise<PageNote[]>[];
};

/** A look at a page at an address, and what it asked of the background, which fails so many times. */
function lookAt(address: string, { linked = '', cached, failures = 0, answers = [] }: Around = {}) {
  const found = vi.fn();
  const asked: { url: string; linked: string }[] = [];
  const hosts: string[] = [];
  let url = address;
  Object.defineProperty(document, 'URL', { configurable: true, get: () => url });
  if (linked) document.head.innerHTML = `<link rel="canonical" href="${linked}">`;
  const here = lookForNotes(
    createGuard(life.signal, () => {
      throw new Error('failed');
    }),
    document,
    found,
    {
      loadNotesOfSite: async (host) => {
        hosts.push(host);
        return cached;
      },
      askNotesOfPage: async (url, linked) => {
        asked.push({ url, linked });
        if (asked.length <= failures) throw new Error('nobody answers');
        return answers[asked.length - failures - 1] ?? [];
      },
    },
  );
  const goTo = (next: string) => {
    url = next;
    here.navigated();
  };
  const settle = () => vi.advanceTimersByTimeAsync(6_000);
  return { here, asked, hosts, found, goTo, settle };
}

const of = (...addresses: string[]): NotesOfSite => ({ pages: addresses.map(fingerprint), at: 1 });

describe('whether this page has notes', () => {
  it('is not asked where no fingerprint of the site is its own', async () => {
    const { here, asked, settle } = lookAt(`${STORY}-two`);
    here.hear(of(STORY));
    await settle();
    here.hear(undefined);
    await settle();
    expect(asked).toEqual([]);
  });

  it.each([
    { address: STORY, linked: '', because: 'it is its own address' },
    { address: `${STORY}?utm_source=feed#top`, linked: '', because: 'it is, without trackers' },
    { address: 'https://www.example.com/p?id=7', linked: STORY, because: 'the page says so' },
    { address: `${STORY}/amp`, linked: '', because: 'it is the same for telephones' },
    {
      address: STORY,
      linked: 'https://www.example.com/another',
      because: 'the reader may have set it apart',
    },
  ])('$address is asked, once, since $because', async ({ address, linked }) => {
    const { here, asked, settle } = lookAt(address, { linked });
    here.hear(of(STORY));
    await settle();
    expect(asked).toEqual([{ url: address.split('#')[0], linked }]);
  });

  it('is asked again where the background has failed, which is no failure of the page', async () => {
    const { here, asked, settle } = lookAt(STORY, { failures: 2 });
    here.hear(of(STORY));
    await settle();
    expect(asked).toHaveLength(3);
  });

  it('is asked again when a note was written', async () => {
    const { here, asked, settle } = lookAt(STORY);
    here.hear(of(STORY));
    await settle();
    here.hear({ ...of(STORY), at: 2 });
    await settle();
    expect(asked).toHaveLength(2);
  });

  it('is known from the last answer, also where that to an earlier question fails in the meantime', async () => {
    const [first, last] = [Promise.withResolvers<PageNote[]>(), Promise.withResolvers<PageNote[]>()];
    const { here, asked, found, settle } = lookAt(STORY, { answers: [first.promise, last.promise] });
    here.hear(of(STORY));
    here.hear({ ...of(STORY), at: 2 });
    await settle();
    first.reject(new Error('nobody answers'));
    await settle();
    last.resolve([]);
    await settle();
    expect(found).toHaveBeenCalledOnce();
    expect(asked).toHaveLength(2);
  });

  it('is not known from an earlier answer that comes last', async () => {
    const [first, last] = [Promise.withResolvers<PageNote[]>(), Promise.withResolvers<PageNote[]>()];
    const { here, found, settle } = lookAt(STORY, { answers: [first.promise, last.promise] });
    here.hear(of(STORY));
    here.hear({ ...of(STORY), at: 2 });
    await settle();
    first.resolve([]);
    await settle();
    expect(found).not.toHaveBeenCalled();
    last.resolve([]);
    await settle();
    expect(found).toHaveBeenCalledOnce();
  });

  it('is asked again at another address of the page, also where its head changes late', async () => {
    const { here, asked, goTo, settle } = lookAt('https://www.example.com/');
    here.hear(of(STORY));
    await settle();
    expect(asked).toEqual([]);
    goTo('https://www.example.com/p?id=7');
    await vi.advanceTimersByTimeAsync(500);
    document.head.innerHTML = `<link rel="canonical" href="${STORY}">`;
    await settle();
    expect(asked).toEqual([{ url: 'https://www.example.com/p?id=7', linked: STORY }]);
  });

  it('is read of the site whose page a cache shows', async () => {
    const address = 'https://www-example-com.cdn.ampproject.org/c/s/www.example.com/story';
    const { here, asked, hosts, settle } = lookAt(address, { cached: of(STORY) });
    here.hear({ pages: [], at: 0 });
    await settle();
    expect(hosts).toContain('www.example.com');
    expect(asked).toEqual([{ url: address, linked: '' }]);
  });
});
