/**
 * One visit to one page while Sidelight runs on it: reads and paints, opens cards, steps from mention to
 * mention. Ends with its guard's signal and then leaves nothing behind.
 */
import type { TermIndex } from '@/lib/detect/load-index';
import type { ArticleFacts, PageTopic } from '@/lib/messages/page';
import type { Settings } from '@/lib/model/settings';
import { isSearchPage } from '@/lib/page/is-search-page';
import { CardHost } from './card-host';
import { type Guard, listen } from './guard';
import type { Spot } from './held-blocks';
import { HitTest } from './hit-test';
import { Hover } from './hover';
import { nextFrame } from './pace';
import { Painter } from './painter';
import type { ReaderPort } from './reader-port';
import { PageScan } from './scan-page';
import { sentenceAround } from './sentence-around';
import { nextSpot, scrollToSpot } from './step-mentions';
import { PageWatcher } from './watch-page';

export type VisitParts = {
  document: Document;
  port: ReaderPort;
  index: TermIndex;
  settings: () => Settings;
  article: () => ArticleFacts;
};

export class Visit {
  readonly #guard: Guard;
  readonly #parts: VisitParts;
  readonly #painter: Painter;
  readonly #scan: PageScan;
  readonly #watcher: PageWatcher;
  readonly #hitTest: HitTest;
  readonly #hover: Hover;
  readonly #card: CardHost;
  #open: Spot | null = null;
  /** Where stepping goes on from. */
  #stepped: Spot | null = null;
  #isFollowing = false;

  constructor(guard: Guard, parts: VisitParts) {
    const { document, port, index, settings } = parts;
    this.#guard = guard;
    this.#parts = parts;
    this.#painter = new Painter(document);
    this.#scan = new PageScan(
      {
        document,
        index,
        painter: this.#painter,
        signal: guard.signal,
        onShadowRoot: (root) => {
          this.#painter.addRoot(root);
          this.#watcher.observe(root);
        },
      },
      settings().density,
    );
    this.#watcher = new PageWatcher(guard, this.#scan);
    this.#hitTest = new HitTest(document, () => this.#scan.held);
    this.#card = new CardHost(guard, {
      document,
      address: () => port.card(),
      onClose: () => this.#hideCard(),
    });
    this.#hover = new Hover(guard, {
      window: document.defaultView as Window,
      held: () => this.#scan.held,
      hitTest: this.#hitTest,
      settings,
      card: this.#cardForHover(),
    });
    guard.signal.addEventListener('abort', () => this.#painter.stop(), { once: true });
    this.#listen(document.defaultView as Window);
  }

  /** Reads the page once through, then follows its changes. */
  async start(): Promise<void> {
    const { document } = this.#parts;
    if (document.visibilityState === 'visible') await nextFrame();
    if (this.#guard.signal.aborted || isSearchPage(document.URL)) return;
    this.#watcher.observe(document);
    await this.#watcher.readAll();
  }

  /** The page went to another address without loading. */
  navigated(): void {
    this.#hover.navigated();
    this.#hideCard();
    this.#stepped = null;
    this.#watcher.readAllLater();
  }

  setDensity(density: Settings['density']): void {
    this.#scan.setDensity(density);
  }

  listTopics(): PageTopic[] {
    return this.#scan.listTopics();
  }

  /** Scrolls to the first mention of a topic that the page shows; a painted one where there is one. */
  scrollToMention(topic: string): boolean {
    const isWanted = ({ mention }: Spot) => mention.opens === topic;
    const spot =
      this.#scan.visibleSpots('painted').find(isWanted) ?? this.#scan.visibleSpots('mentions').find(isWanted);
    if (!spot) return false;
    scrollToSpot(spot, this.#hitTest);
    this.#stepped = spot;
    return true;
  }

  /** Goes to the next or previous painted mention and opens its card, focus and all. */
  stepMention(direction: 1 | -1): boolean {
    const from = this.#open ?? this.#stepped;
    const spot = nextSpot(this.#scan.visibleSpots('painted'), from, direction, this.#hitTest);
    if (!spot) return false;
    const rect = scrollToSpot(spot, this.#hitTest);
    this.#stepped = spot;
    if (rect) this.#showCard(spot, rect, true);
    return true;
  }

  #cardForHover() {
    const visit = this;
    return {
      get open() {
        return visit.#open;
      },
      get isHeld() {
        return visit.#card.isHeld;
      },
      prepare: () => this.#card.prepare(),
      show: (spot: Spot, at: DOMRect) => this.#showCard(spot, at, false),
      hide: () => this.#hideCard(),
    };
  }

  #showCard(spot: Spot, at: DOMRect, focus: boolean): void {
    // Last chance to notice that the extension was updated under us: an orphaned frame would stay empty.
    if (!this.#parts.port.isAlive()) {
      this.#guard.fail(null);
      return;
    }
    const { held, mention } = spot;
    const article = this.#parts.article();
    const near = held.block.nodes[0]?.parentElement;
    if (!near) return;
    const isShown = this.#card.show(near, at, {
      topic: mention.opens,
      article,
      pageTopics: this.#scan.listTopics(),
      sentence: sentenceAround(held.block.text, mention.start, mention.end, article.language),
      focus,
    });
    this.#open = isShown ? spot : null;
  }

  #hideCard(): void {
    this.#open = null;
    this.#card.hide();
  }

  #listen(window: Window): void {
    listen(this.#guard, window, 'keydown', (event) => {
      if (event.key === 'Escape') this.#hideCard();
    });
    listen(this.#guard, window, 'pagehide', () => this.#hideCard());
    listen(this.#guard, window, 'beforeprint', () => this.#hideCard());
    listen(this.#guard, window, 'scroll', () => this.#follow(window));
    listen(this.#guard, window, 'resize', () => this.#follow(window));
  }

  /** Keeps the card at its mention while the page scrolls; closes it when the mention leaves the screen. */
  #follow(window: Window): void {
    if (!this.#open || this.#isFollowing) return;
    this.#isFollowing = true;
    window.requestAnimationFrame(() => {
      this.#isFollowing = false;
      if (!this.#open || this.#guard.signal.aborted) return;
      const rect = this.#hitTest.rectsOf(this.#open)[0];
      const isOnScreen = rect && rect.bottom > 0 && rect.top < window.innerHeight;
      if (isOnScreen) this.#card.place(rect);
      else if (!this.#card.isHeld) this.#hideCard();
    });
  }
}
