/**
 * A disk that is really full: the profile stands on a small file system of its own (mounting it needs root), and a reader writes a
 * note when nothing is left of it.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { serve } from '@/scripts/demo/serve';
import { driveBrowser, until } from '@/scripts/drive/launch';
import { askToNote, selectWords, writeNote } from '@/scripts/drive/note-passage';
import {
  openArticle,
  openPopupPage,
  press,
  readCard,
  restOn,
  waitForCard,
  waitForExtensionPage,
  waitForName,
} from '@/scripts/drive/reader';
import { ASCEND_OCTOBER } from '@/tests/e2e/pages/page';

const SIZE = '256m';
const TEXT = 'Written while the disk was full.';
const SAID = /disk or the space for this browser is full/;

/** What is wrong, in words; nothing where the note is kept and can be saved as soon as there is room. `log` hears of each step. */
export async function tryFullDisk(log: (line: string) => void): Promise<string[]> {
  const disk = mkdtempSync(join(tmpdir(), 'sidelight-disk-'));
  run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', disk]);
  const site = await serve(import.meta.dirname, { '/ascend.html': ASCEND_OCTOBER });
  const driven = await driveBrowser('chromium', { mode: 'e2e', home: disk });
  const faults: string[] = [];
  try {
    const page = await openArticle(driven, `${site.origin}/ascend.html`);
    await restOn(page, 'Ascend 950');
    await openPopupPage(await waitForCard(page, /^Ascend 950/));
    const popup = await waitForExtensionPage(driven, 'popup.html');
    await selectWords(page, 'p', 'Two weeks after');
    await press(await writeNote(page, popup, 'Written before.'), 'Close the card');
    let card = await openComposer(page, popup);
    const filler = fill(disk);
    log(`full: ${free(disk)} bytes left`);
    await (await waitForName(card, 'Your note', 'textarea')).type(TEXT);
    await press(card, 'Save note');
    const said = await until('a sentence', async () => {
      const text = (await readCard(card))?.text ?? '';
      return SAID.test(text) || /Your note\b/.test((await readCard(card))?.name ?? '') ? text : null;
    }).catch(() => null);
    log(`said: ${said?.replace(/\s+/g, ' ') ?? 'nothing'}`);
    if (!said || !SAID.test(said)) faults.push(`the card says: ${(await readCard(card))?.text}`);
    if ((await draftIn(card)) !== TEXT) faults.push(`the draft is: ${await draftIn(card)}`);

    unlinkSync(filler);
    log(`freed: ${free(disk)} bytes left`);
    await press(card, 'Save note');
    card = await waitForCard(page, 'Your note');
    // The name stands before the note has been read.
    const isShown = async () => (await readCard(card))?.text.includes(TEXT);
    await until('the note', isShown).catch(async () =>
      faults.push(`the note is: ${(await readCard(card))?.text}`),
    );
    const count = await countNotes(card);
    if (count !== 2) faults.push(`${count} notes are stored of 2`);
    log('saved once there was room');
  } catch (thrown) {
    faults.push(String(thrown));
  } finally {
    await driven.close().catch((thrown: unknown) => faults.push(String(thrown)));
    await site.close();
    run('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  }
  return faults;
}

async function openComposer(page: Page, own: Page): Promise<Frame> {
  await selectWords(page, 'p', 'Two weeks after');
  await askToNote(own);
  await page.bringToFront();
  return waitForCard(page, 'New note');
}

function countNotes(card: Frame): Promise<number> {
  return card.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('sidelight');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('notes').objectStore('notes').count();
          counting.onsuccess = () => resolve(counting.result);
          counting.onerror = () => reject(counting.error);
        };
      }),
  );
}

async function draftIn(card: Frame): Promise<string> {
  const field = await waitForName(card, 'Your note', 'textarea');
  return field.evaluate((field) => (field as HTMLElement as HTMLTextAreaElement).value);
}

/** A file that takes all that is left; its path. */
function fill(disk: string): string {
  const path = join(disk, 'filler');
  const file = openSync(path, 'w');
  for (const size of [1 << 20, 1 << 12, 1]) {
    const block = Buffer.alloc(size);
    try {
      while (writeSync(file, block) === size);
    } catch {
      // No room for one as large.
    }
  }
  closeSync(file);
  return path;
}

function free(disk: string): number {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
}

function run(command: string, args: string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
}
