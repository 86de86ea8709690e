/** How a note is written on a passage of a page: as the menu of a selection and the keyboard command do. */
import type { Frame, Page } from 'puppeteer-core';
import { press, waitForCard, waitForName } from './reader.ts';

/** Selects the text of an element from its first occurrence of `words` on. */
export async function selectWords(page: Page, selector: string, words: string): Promise<void> {
  await page.$eval(
    selector,
    (element, words) => {
      const node = element.firstChild as Text;
      const start = node.data.indexOf(words);
      document.getSelection()?.setBaseAndExtent(node, start, node, start + words.length);
    },
    words,
  );
}

/** Asks every tab, as the background asks one, for the card to write in; `own` is any page of the extension. */
export async function askToNote(own: Page): Promise<void> {
  await own.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: the extension's own API, in its own page
    const { tabs } = (globalThis as any).chrome;
    const call = { sidelight: 1, name: 'noteSelection', request: null };
    for (const { id } of await tabs.query({}))
      await tabs.sendMessage(id, call, { frameId: 0 }).catch(() => null);
  });
}

/** Writes a note on what is selected and waits until its card shows it as stored. */
export async function writeNote(page: Page, own: Page, text: string): Promise<Frame> {
  await askToNote(own);
  await page.bringToFront();
  const card = await waitForCard(page, 'New note');
  await (await waitForName(card, 'Your note', 'textarea')).type(text);
  await press(card, 'Save note');
  return waitForCard(page, 'Your note');
}
