/**
 * The life of the content script in one page: starts and ends visits as the reader's settings, the index
 * and the page's address change, answers the extension's own pages, and falls silent for good when the
 * extension is updated under it or something of ours fails. It has the one outer catch.
 */
import { describeRange } from '@/lib/anchor/describe';
import { loadIndex } from '@/lib/detect/load-index';
import type { ArticleFacts, PageSelection, PageState } from '@/lib/messages/page';
import type { Settings } from '@/lib/model/settings';
import { readArticleFacts } from '@/lib/page/article-facts';
import { readPageText } from '@/lib/page/page-text';
import { DEFAULT_SETTINGS } from '@/lib/settings/default-settings';
import { isSiteOn } from '@/lib/settings/is-site-on';
import { type Guard, guarded, listen } from './guard';
import type { ReaderPort } from './reader-port';
import { Visit } from './visit';

/** How often a page on screen asks whether its extension still lives. */
const ALIVE_CHECK_MS = 5_000;
/** As `NOTE_LIMITS.quote`, which this file cannot import without zod. */
const LONGEST_SELECTION = 10_000;

export class ReaderSession {
  readonly #document: Document;
  readonly #port: ReaderPort;
  readonly #life = new AbortController();
  readonly #guard: Guard;
  #settings: Settings = DEFAULT_SETTINGS;
  #running: PageState['running'] = 'no-index';
  #visit: { visit: Visit; generation: string; end: AbortController } | null = null;
  #address: string;
  /** Facts of the page as it was when first asked for, at this address. */
  #article: ArticleFacts | null = null;
  /** The newest of several changes wins, however long each takes to load. */
  #applying = 0;

  constructor(document: Document, port: ReaderPort) {
    this.#document = document;
    this.#port = port;
    this.#address = withoutFragment(document.URL);
    this.#guard = { signal: this.#life.signal, fail: () => this.stop() };
    guarded(this.#guard, () => this.#begin())();
  }

  /** Takes all paint away and is silent from then on. */
  stop(): void {
    this.#life.abort();
    this.#visit?.end.abort();
    this.#visit = null;
  }

  async #begin(): Promise<void> {
    const window = this.#document.defaultView as Window & { navigation?: EventTarget };
    const { signal } = this.#life;
    const apply = guarded(this.#guard, () => this.#apply());
    const check = guarded(this.#guard, () => this.#check());
    this.#port.answer(
      {
        pageState: () => this.#state(),
        scrollToMention: ({ topic }) => ({ found: this.#visit?.visit.scrollToMention(topic) ?? false }),
        stepMention: ({ direction }) => ({ found: this.#visit?.visit.stepMention(direction) ?? false }),
      },
      signal,
    );
    this.#port.watch(apply, signal);
    // Back from the back/forward cache: changes made meanwhile were not heard.
    listen(this.#guard, window, 'pageshow', (event) => event.persisted && this.#apply());
    listen(this.#guard, window, 'popstate', check);
    listen(this.#guard, window, 'focus', check);
    window.navigation?.addEventListener('currententrychange', check, { signal });
    this.#document.addEventListener('visibilitychange', check, { signal });
    const timer = setInterval(check, ALIVE_CHECK_MS);
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
    await untilShown(this.#document, signal);
    await this.#apply();
  }

  #check(): void {
    if (!this.#port.isAlive()) {
      this.stop();
      return;
    }
    const address = withoutFragment(this.#document.URL);
    if (address === this.#address) return;
    this.#address = address;
    this.#article = null;
    this.#visit?.visit.navigated();
  }

  async #apply(): Promise<void> {
    const applying = ++this.#applying;
    if (!this.#port.isAlive()) {
      this.stop();
      return;
    }
    const { settings, generation } = await this.#port.load();
    if (applying !== this.#applying) return;
    const { density } = this.#settings;
    this.#settings = settings;
    const isOn = isSiteOn(this.#document.location.hostname, settings.sites);
    this.#running = !isOn ? 'off' : generation === null ? 'no-index' : 'on';
    if (this.#visit && isOn && this.#visit.generation === generation) {
      if (density !== settings.density) this.#visit.visit.setDensity(settings.density);
      return;
    }
    this.#visit?.end.abort();
    this.#visit = null;
    if (!isOn || generation === null) return;
    const bytes = await this.#port.loadIndex(generation);
    const index = bytes && loadIndex(bytes);
    if (applying !== this.#applying || this.#life.signal.aborted) return;
    if (!index) this.#running = 'no-index';
    else await this.#start(index, generation);
  }

  async #start(index: NonNullable<ReturnType<typeof loadIndex>>, generation: string): Promise<void> {
    const end = new AbortController();
    const guard: Guard = { signal: end.signal, fail: this.#guard.fail };
    const visit = new Visit(guard, {
      document: this.#document,
      port: this.#port,
      index,
      settings: () => this.#settings,
      article: () => this.#readArticle(),
    });
    this.#visit = { visit, generation, end };
    await visit.start();
  }

  #readArticle(): ArticleFacts {
    this.#article ??= readArticleFacts(this.#document, this.#document.URL, this.#port.today());
    return this.#article;
  }

  #state(): PageState {
    return {
      running: this.#running,
      article: this.#readArticle(),
      topics: this.#visit?.visit.listTopics() ?? [],
      selection: this.#readSelection(),
    };
  }

  #readSelection(): PageSelection | null {
    const selection = this.#document.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
    const text = selection.toString().trim().slice(0, LONGEST_SELECTION);
    if (!text) return null;
    return { text, selectors: describeRange(selection.getRangeAt(0), readPageText(this.#document)) };
  }
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/, '');
}

/** A page that the browser loads ahead may never be seen: nothing is done before it is. */
async function untilShown(document: Document, signal: AbortSignal): Promise<void> {
  if (!(document as Document & { prerendering?: boolean }).prerendering) return;
  await new Promise((resolve) =>
    document.addEventListener('prerenderingchange', resolve, { once: true, signal }),
  );
}
