/** One of a reader's machines, worked by hand: the popup in a tab for notes, the options page for sync. */
import type { Page } from 'puppeteer-core';
import { type Driven, type DriveOptions, until } from '@/scripts/drive/launch';
import {
  openArticle,
  openPopupPage,
  press,
  restOn,
  waitForCard,
  waitForExtensionPage,
  waitForName,
} from '@/scripts/drive/reader';
import { freshProfile } from './browser';
import { waitForText } from './wait-for-text';

/** A browser with the extension, the popup of an article and the options page open. */
export type Machine = { driven: Driven; popup: Page; options: Page };

/** Starts a fresh profile and opens both pages by the way that a reader takes: from the card of an article. */
export async function openMachine(
  name: Driven['name'],
  article: string,
  options?: DriveOptions,
): Promise<Machine> {
  const driven = await freshProfile(name, { mode: 'e2e', ...options });
  const page = await openArticle(driven, article);
  await restOn(page, 'Huawei');
  const card = await waitForCard(page, /^Huawei/);
  await press(card, 'Options');
  const opened = await waitForExtensionPage(driven, 'options.html');
  await page.bringToFront();
  await openPopupPage(card);
  return { driven, options: opened, popup: await waitForExtensionPage(driven, 'popup.html') };
}

/** Writes a note on the article. */
export async function writeNote({ popup }: Machine, text: string): Promise<void> {
  await popup.bringToFront();
  await paste(popup, 'Your note', text);
  await press(popup, 'Save note');
  await waitForText(popup, 'Saved');
  await waitForNote(popup, text);
}

/** Replaces the text of the note that begins with these words. */
export async function rewriteNote({ popup }: Machine, beginning: string, text: string): Promise<void> {
  await popup.bringToFront();
  await press(popup, new RegExp(`^Edit the note .${beginning}`));
  await paste(popup, 'Text of the note', text);
  await press(popup, 'Save', 'button');
  await waitForNote(popup, text);
}

/** Waits until the popup shows exactly these notes, whatever their order. */
export async function waitForNotes({ popup }: Machine, texts: readonly string[]): Promise<void> {
  await popup.bringToFront();
  let shown: string[] = [];
  const wanted = texts.toSorted().join('\n');
  await until('the notes', async () => {
    shown = await textsOf(popup);
    return shown.toSorted().join('\n') === wanted;
  }).catch((failure: Error) => {
    throw new Error(`${failure.message} Shown: ${JSON.stringify(shown).slice(0, 500)}`);
  });
}

/** The heading, lines and steps of a panel of the Sync section, once it is there. */
export async function readPanel({ options }: Machine, heading: RegExp): Promise<string[]> {
  return until(`the panel ${heading}`, () =>
    options.evaluate((pattern) => {
      const headings = [...document.querySelectorAll('section h3')];
      const panel = headings.find((found) => new RegExp(pattern).test(found.textContent))?.closest('section');
      if (!panel) return null;
      return [...panel.querySelectorAll('h3, summary, li:not(:has(summary)), p')].map(
        (line) => line.textContent,
      );
    }, heading.source),
  );
}

/** What stands beside a name such as "Last round"; null while it does not. */
export async function readFact({ options }: Machine, name: string): Promise<string | null> {
  return options.evaluate((name) => {
    const terms = [...document.querySelectorAll('dt')];
    return terms.find((term) => term.textContent === name)?.nextElementSibling?.textContent ?? null;
  }, name);
}

/** Agrees to the first round and waits until it is over. */
export async function startRound(machine: Machine): Promise<void> {
  await press(machine.options, 'Start', 'button');
  await waitForFact(machine, 'State', /^In step as of \d/);
}

/** Asks for a round, and waits until all that was written here is sent. */
export async function syncNow(machine: Machine): Promise<void> {
  const before = await countRounds(machine);
  await machine.options.bringToFront();
  await press(machine.options, 'Sync now', 'button');
  await until('a round', async () => (await countRounds(machine)) > before);
  await waitForFact(machine, 'State', /^In step as of \d/);
}

/** Leaves the vault, by the way that the details offer. */
export async function disconnect({ options }: Machine): Promise<void> {
  await options.bringToFront();
  await openDetails(options);
  await press(options, 'Disconnect', 'button');
  await waitForText(options, 'Your notes stay in this browser, and the files stay where they are.');
  await press(options, 'Disconnect', 'button');
  await waitForText(options, 'Disconnected. Your notes are all here.');
}

/** Waits until what stands beside a name is such. */
export async function waitForFact(machine: Machine, name: string, wanted: RegExp): Promise<void> {
  let seen: string | null = null;
  await until(`"${name}" to be ${wanted}`, async () => {
    seen = await readFact(machine, name);
    return seen !== null && wanted.test(seen);
  }).catch((failure: Error) => {
    throw new Error(`${failure.message} It is: ${seen}`);
  });
}

/** Rounds in the history: those that the details list, and those that they offer to list too. */
async function countRounds({ options }: Machine): Promise<number> {
  return options.evaluate(() => {
    const list = document.querySelector('ol[aria-label="Rounds"]');
    const more = /^Show (\d+) more$/.exec(list?.nextElementSibling?.textContent ?? '');
    return (list?.childElementCount ?? 0) + Number(more?.[1] ?? 0);
  });
}

async function openDetails(options: Page): Promise<void> {
  const isOpen = await options.evaluate(() => document.querySelector('details[open]') !== null);
  if (!isOpen) await press(options, 'Details', 'summary');
}

async function waitForNote(popup: Page, text: string): Promise<void> {
  await until('the note in the popup', async () => (await textsOf(popup)).includes(text));
}

/** The texts of the notes in sight. */
function textsOf(popup: Page): Promise<string[]> {
  return popup.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('article')]
      .filter((note) => note.checkVisibility())
      .map((note) => note.querySelector('p')?.textContent ?? ''),
  );
}

/** Puts a text in the place of what a field holds, as pasting over a selection does: a long one would take minutes to type. */
async function paste(page: Page, field: string, text: string): Promise<void> {
  const area = await waitForName(page, field, 'textarea');
  await area.click();
  await area.evaluate((element, text) => {
    (element as HTMLTextAreaElement).select();
    document.execCommand('insertText', false, text);
  }, text);
}
