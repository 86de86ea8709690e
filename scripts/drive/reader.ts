/** What a reader does on a news page, by the real mouse and keyboard, and what can be seen there. */
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { addressOf, type Driven, findPages, until } from './launch.ts';

/** A painted mention: the words under the paint, and the group the paint belongs to. */
export type Painted = { group: string; text: string };

/** Opens an address in a new tab and waits until something of ours is painted there. */
export async function openArticle(driven: Driven, address: string): Promise<Page> {
  const page = await driven.browser.newPage();
  await page.goto(address);
  await page.bringToFront();
  await until(`paint on ${address}`, async () => (await highlightsOf(page)).length > 0, 30_000);
  return page;
}

/** All our highlights on the page, in document order within each group. Both browsers share the registry between worlds. */
export async function highlightsOf(page: Page | Frame): Promise<Painted[]> {
  return page.evaluate(() => {
    const painted: { group: string; text: string }[] = [];
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('sidelight-')) continue;
      for (const range of highlight) {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        painted.push({ group: name.slice('sidelight-'.length), text: live.toString() });
      }
    }
    return painted;
  });
}

/** The middle of the nth painted mention with these words, scrolled into view; null where there is none. */
export async function placeOf(page: Page, words: string, nth = 0): Promise<{ x: number; y: number } | null> {
  return page.evaluate(
    async (words, nth) => {
      const seen: Range[] = [];
      for (const [name, highlight] of CSS.highlights) {
        if (!name.startsWith('sidelight-')) continue;
        for (const range of highlight) {
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          if (live.toString().replace(/\s+/g, ' ') === words) seen.push(live);
        }
      }
      seen.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
      const range = seen[nth];
      if (!range) return null;
      const element = range.startContainer.parentElement;
      element?.scrollIntoView({ block: 'center', behavior: 'instant' });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const box = range.getClientRects()[0];
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    },
    words,
    nth,
  );
}

/** Rests the pointer on the nth painted mention with these words; returns the instant of the last move. */
export async function restOn(page: Page, words: string, nth = 0): Promise<void> {
  const place = await until(`a painted mention "${words}"`, () => placeOf(page, words, nth));
  // From somewhere else, in steps, as a hand does: a jump would be no movement over the words.
  await page.mouse.move(Math.max(1, place.x - 60), Math.max(1, place.y - 90));
  await page.mouse.move(place.x, place.y, { steps: 6 });
}

/** The frame of the card in a page, wherever it stands; null before the first hover. */
export async function findCardFrame(page: Page): Promise<Frame | null> {
  for (const frame of page.frames()) {
    if (/^(?:chrome|moz)-extension:.*\/card\.html/.test(await addressOf(frame))) return frame;
  }
  return null;
}

/** The frame of the card once it shows the topic of this name. */
export async function waitForCard(page: Page, topicName: string | RegExp): Promise<Frame> {
  return until(`the card of ${topicName}`, async () => {
    const frame = await findCardFrame(page);
    if (!frame) return null;
    const card = await readCard(frame);
    if (!card?.visible) return null;
    const fits = typeof topicName === 'string' ? card.name.includes(topicName) : topicName.test(card.name);
    return fits ? frame : null;
  });
}

/** Name and text of a card, and whether it is seen; `text` is what a reader sees of it at that moment. */
export type CardText = { name: string; visible: boolean; text: string };

/** What the card's document says of itself; null while it holds no card. */
export async function readCard(frame: Frame): Promise<CardText | null> {
  try {
    const visible = await isFrameSeen(frame);
    const said = await frame.evaluate(() => {
      const root = document.querySelector<HTMLElement>('[role="dialog"], dialog, [role="article"], article');
      if (!root) return null;
      const labelled = (root.getAttribute('aria-labelledby') ?? '')
        .split(/\s+/)
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ');
      return { name: (root.getAttribute('aria-label') ?? labelled).trim(), text: root.innerText };
    });
    return said && { ...said, visible };
  } catch {
    // The frame is being replaced: the caller looks again.
    return null;
  }
}

/** Whether a frame is seen where it stands: a closed popover hides it; a card that is only prepared is transparent. */
async function isFrameSeen(frame: Frame): Promise<boolean> {
  const element = await frame.frameElement();
  return (
    (await element?.evaluate((frame) =>
      frame.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    )) ?? false
  );
}

/** Whether a card is seen on the page. */
export async function isCardShown(page: Page): Promise<boolean> {
  const frame = await findCardFrame(page);
  return frame !== null && (await isFrameSeen(frame));
}

/** Finds a control or heading by its accessible name (exact words or a pattern), first visible one; null when absent. */
export async function findByName(
  place: Page | Frame,
  name: string | RegExp,
  selector = 'button, a[href], summary, input, textarea, select, [role], h1, h2, h3, label',
): Promise<ElementHandle<HTMLElement> | null> {
  const pattern = typeof name === 'string' ? `^${escapeForPattern(name)}$` : name.source;
  const flags = typeof name === 'string' ? 'i' : name.flags;
  const handle = await place.evaluateHandle(
    (pattern, flags, selector) => {
      const wanted = new RegExp(pattern, flags);
      const nameOf = (element: HTMLElement): string[] => {
        const referred = (element.getAttribute('aria-labelledby') ?? '')
          .split(/\s+/)
          .map((id) => (id && document.getElementById(id)?.textContent) || '')
          .join(' ');
        const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
        return [
          element.getAttribute('aria-label') ?? '',
          referred,
          ...labels.map((label) => label.textContent ?? ''),
          element.getAttribute('placeholder') ?? '',
          element.matches('input, textarea, select') ? '' : (element.innerText ?? ''),
        ].map((text) => text.replace(/\s+/g, ' ').trim());
      };
      for (const element of document.querySelectorAll<HTMLElement>(selector)) {
        if (!element.checkVisibility({ visibilityProperty: true })) continue;
        if (nameOf(element).some((text) => text !== '' && wanted.test(text))) return element;
      }
      return null;
    },
    pattern,
    flags,
    selector,
  );
  return handle.asElement() as ElementHandle<HTMLElement> | null;
}

/** Waits for a control by its accessible name. */
export async function waitForName(
  place: Page | Frame,
  name: string | RegExp,
  selector?: string,
): Promise<ElementHandle<HTMLElement>> {
  return until(`a control named ${name}`, async () => {
    try {
      return await findByName(place, name, selector);
    } catch {
      // The document is being replaced: look again.
      return null;
    }
  });
}

/** Presses the control of this name with the real mouse, once it has come to rest. */
export async function press(place: Page | Frame, name: string | RegExp, selector?: string): Promise<void> {
  await until(`a press on ${name}`, async () => {
    const control = await waitForName(place, name, selector);
    const before = await control.boundingBox();
    // A card that has just changed its section grows or shrinks, and what was under the pointer is elsewhere.
    await new Promise((resolve) => setTimeout(resolve, 60));
    const after = await control.boundingBox();
    if (!before || !after || before.x !== after.x || before.y !== after.y) return null;
    await control.click();
    return true;
  });
}

/** Opens the popup of a card's tab as a page in a tab, for a driver to reach: the one at the toolbar is out of its reach. */
export async function openPopupPage(card: Frame): Promise<void> {
  await card.evaluate(() =>
    // biome-ignore lint/suspicious/noExplicitAny: the extension's own API, in its own frame
    (globalThis as any).chrome.runtime.sendMessage({
      sidelight: 1,
      name: 'openPage',
      request: { page: 'popup', tabId: null },
    }),
  );
}

/** The page of the extension that stands in a tab, once there is one; `file` is such as `options.html`. */
export async function waitForExtensionPage(driven: Driven, file: string): Promise<Page> {
  const seen = new Set<string>();
  const find = async () => {
    const [page] = await findPages(driven.browser, (address) => {
      seen.add(address);
      return /^(?:chrome|moz)-extension:/.test(address) && new URL(address).pathname === `/${file}`;
    });
    return page;
  };
  // A driver that did not notice a tab is told from a tab that did not open by what it saw instead.
  return until(
    () => `${file} in a tab, and saw ${[...seen].map((address) => `‘${address}’`).join(', ')}`,
    find,
  );
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
