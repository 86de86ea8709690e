// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compileIndex } from '@/lib/detect/compile-index';
import type { AnswerCall } from '@/lib/messages/answer-page';
import { type Answer, toEnvelope } from '@/lib/messages/envelope';
import type { PageFacts } from '@/lib/messages/page';
import { LOOK } from '@/lib/model/look';
import type { ReaderPort } from '@/lib/reader/reader-port';
import { startReader } from '@/lib/reader/session';
import { DEFAULT_SETTINGS } from '@/lib/settings/default-settings';
import { makeTopic } from '../detect/make-topic';

const SITE = location.origin;

let isAlive: boolean;
let navigation: EventTarget;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  isAlive = true;
  navigation = new EventTarget();
  Object.assign(window, { navigation });
});
afterEach(async () => {
  isAlive = false;
  await vi.advanceTimersByTimeAsync(6_000);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The article's head, as the page writes it. */
function writeHead(name: string) {
  document.head.innerHTML = `<title>${name}</title><link rel="canonical" href="${SITE}/${name}">`;
}

/** A browser with nothing to look for. */
const port: ReaderPort = {
  load: async () => ({ settings: DEFAULT_SETTINGS, generation: null }),
  loadParts: async () => ({}),
  watch() {},
  answer() {},
  card: () => ({ address: '', origin: '' }),
  isAlive: () => isAlive,
};

/** The reader in a page of nothing to look for; what it says of the article when asked. */
async function openPage(name: string): Promise<() => Promise<PageFacts>> {
  history.replaceState(null, '', `/${name}`);
  writeHead(name);
  let answer: AnswerCall | undefined;
  startReader(document, {
    ...port,
    answer(own) {
      answer = own;
    },
  });
  await vi.waitUntil(() => answer);
  return async () => {
    const said = (await answer?.(toEnvelope('pageState', null))) as Extract<Answer, { ok: true }>;
    return (said.value as { article: PageFacts }).article;
  };
}

/** The page goes to another address by itself; its head is another matter. */
function goTo(name: string) {
  history.pushState(null, '', `/${name}`);
  navigation.dispatchEvent(new Event('currententrychange'));
}

describe('the article of a page', () => {
  it('stays as it was first read, whatever the page makes of its head later', async () => {
    const ask = await openPage('first');
    await ask();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await ask()).toMatchObject({ title: 'first' });
    writeHead('(1) first');
    expect(await ask()).toMatchObject({ title: 'first', linked: `${SITE}/first` });
  });

  it('is another one where a script has written another page over this one', async () => {
    const ask = await openPage('first');
    await ask();
    await vi.advanceTimersByTimeAsync(10_000);
    await ask();
    const root = document.createElement('html');
    root.append(document.createElement('head'), document.createElement('body'));
    document.documentElement.replaceWith(root);
    writeHead('second');
    expect(await ask()).toMatchObject({ title: 'second' });
  });

  it.each([
    { because: 'somebody asks again while the page writes it', againMs: 1_000 },
    { because: 'nobody asks for a while', againMs: 60_000 },
  ])(
    'is not that of the page before where the head follows the address late, and $because',
    async ({ againMs }) => {
      const ask = await openPage('first');
      await ask();
      await vi.advanceTimersByTimeAsync(10_000);
      goTo('second');
      // The panel asks at once.
      expect(await ask()).toMatchObject({ url: `${SITE}/second` });
      writeHead('second');
      await vi.advanceTimersByTimeAsync(againMs);
      expect(await ask()).toMatchObject({ title: 'second', linked: `${SITE}/second` });
    },
  );
});

describe('something of ours that fails on a page', () => {
  // Node has it not yet.
  beforeEach(() => {
    Object.assign(Uint8Array, { fromBase64: (text: string) => new Uint8Array(Buffer.from(text, 'base64')) });
  });
  afterEach(() => {
    Reflect.deleteProperty(Uint8Array, 'fromBase64');
  });

  it.each([
    { because: 'nothing fails', failures: 0, alive: true, loads: 1, isRead: true },
    { because: 'it is begun anew', failures: 1, alive: true, loads: 2, isRead: true },
    { because: 'it is left alone at the second time', failures: 2, alive: true, loads: 2, isRead: false },
    { because: 'the extension is gone', failures: 1, alive: false, loads: 1, isRead: false },
  ])('$failures times: read is $isRead, since $because', async ({ failures, alive, loads, isRead }) => {
    const { body } = document;
    let left = failures;
    let reads = 0;
    vi.spyOn(document, 'body', 'get').mockImplementation(() => {
      isAlive = alive;
      if (left-- > 0) throw new Error('ours');
      reads++;
      return body;
    });
    const { bytes } = compileIndex([makeTopic('huawei', {})]);
    const first = { blob: Buffer.from(bytes).toString('base64'), look: LOOK };
    const load = vi.fn(async () => ({ settings: DEFAULT_SETTINGS, generation: 'one', first }));
    startReader(document, { ...port, load });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(reads > 0).toBe(isRead);
    expect(load).toHaveBeenCalledTimes(loads);
  });
});
