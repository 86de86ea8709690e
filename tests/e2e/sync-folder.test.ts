/** Notes that live in a folder of each machine, which something else carries between them. Only Chromium gives a page a folder. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveArticles } from '@/scripts/demo/serve';
import { press } from '@/scripts/drive/reader';
import { BROWSERS, stopAtFirstFailure } from './browser';
import {
  disconnect,
  type Machine,
  openMachine,
  readFact,
  readPanel,
  rewriteNote,
  startRound,
  syncNow,
  waitForNotes,
  writeNote,
} from './sync-machine';
import { EMPTY, joined, TIME, TRIED } from './sync-places';
import { waitForText } from './wait-for-text';

const FIRST_NOTE = 'Ask who has seen the cluster run';
const EDITED_NOTE = 'Ask who has seen the cluster run twice';
const HERE_NOTE = 'Written here while nothing was connected';
const THERE_NOTE = 'Written on the other machine meanwhile';
const FOLDER = 'Papers of mine';

describe.runIf(BROWSERS.includes('chromium'))('a folder, in chromium', () => {
  stopAtFirstFailure();
  let site: Served;
  let desk: Machine;
  let laptop: Machine;
  beforeAll(async () => {
    site = await serveArticles();
    const open = () => openMachine('chromium', `${site.origin}/huawei-connect.html`);
    [desk, laptop] = await Promise.all([open(), open()]);
    for (const { options } of [desk, laptop]) await answerPicker(options);
  });
  afterAll(async () => {
    for (const machine of [desk, laptop]) await machine?.driven.close();
    await site?.close();
  });

  async function connect({ options }: Machine): Promise<void> {
    await options.bringToFront();
    await waitForText(options, 'Where should your notes live?');
    await press(options, 'A folder or server of mine', '[role="radio"]');
    await press(options, 'Local folder', '[role="radio"]');
    await press(options, 'Choose a folder', 'button');
    await waitForText(options, `“${FOLDER}” is chosen.`);
    await press(options, 'Connect', 'button');
  }

  it('the first machine finds an empty folder, and writes its note there', async () => {
    await writeNote(desk, FIRST_NOTE);
    await connect(desk);
    expect(await readPanel(desk, /^What was found/)).toEqual([
      `What was found at ${FOLDER}`,
      ...TRIED,
      ...EMPTY,
    ]);
    await startRound(desk);
    expect(await readFact(desk, 'Where')).toBe(FOLDER);
    expect(await readFact(desk, 'Last round')).toMatch(TIME);
    expect(await readFact(desk, 'Next round')).toBe('When you ask for it, here');
  });

  it('the second machine joins the folder once it was carried there, and its edit comes back', async () => {
    await carryFolder(desk, laptop);
    await connect(laptop);
    expect(await readPanel(laptop, /^What was found/)).toEqual([
      `What was found at ${FOLDER}`,
      ...TRIED,
      ...joined('1 machine'),
    ]);
    await startRound(laptop);
    await waitForNotes(laptop, [FIRST_NOTE]);
    await rewriteNote(laptop, FIRST_NOTE, EDITED_NOTE);
    await syncNow(laptop);
    await carryFolder(laptop, desk);
    await syncNow(desk);
    await waitForNotes(desk, [EDITED_NOTE]);
  });

  it('who leaves and chooses the folder again has what was written in it and what was written here', async () => {
    await disconnect(desk);
    await writeNote(desk, HERE_NOTE);
    await writeNote(laptop, THERE_NOTE);
    await syncNow(laptop);
    await carryFolder(laptop, desk);
    await connect(desk);
    expect(await readPanel(desk, /^What was found/)).toEqual([
      `What was found at ${FOLDER}`,
      ...TRIED,
      ...joined('2 machines'),
    ]);
    expect(await readPanel(desk, /^What this round/)).toContain('1 note is added here');
    await startRound(desk);
    await waitForNotes(desk, [EDITED_NOTE, HERE_NOTE, THERE_NOTE]);
    await carryFolder(desk, laptop);
    await syncNow(laptop);
    await waitForNotes(laptop, [EDITED_NOTE, HERE_NOTE, THERE_NOTE]);
    await disconnect(desk);
  });
});

/** Lets the page's picker answer with a directory of its own: the same kind of handle, and no window that no driver can press. */
async function answerPicker(options: Page): Promise<void> {
  await options.evaluateOnNewDocument((name) => {
    const answer = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
    Object.assign(globalThis, { showDirectoryPicker: answer });
  }, FOLDER);
  await options.reload();
}

/** Makes one machine's folder as the other's is, as Syncthing or a cloud's client does. */
async function carryFolder(from: Machine, to: Machine): Promise<void> {
  const files = await from.options.evaluate(async (name) => {
    const found: { path: string[]; bytes: number[] }[] = [];
    const read = async (folder: FileSystemDirectoryHandle, path: string[]) => {
      for await (const entry of folder.values()) {
        if (entry.kind === 'directory') await read(entry, [...path, entry.name]);
        else {
          const bytes = new Uint8Array(await (await entry.getFile()).arrayBuffer());
          found.push({ path: [...path, entry.name], bytes: [...bytes] });
        }
      }
    };
    await read(await (await navigator.storage.getDirectory()).getDirectoryHandle(name), []);
    return found;
  }, FOLDER);
  expect(files).not.toEqual([]);
  await to.options.evaluate(
    async (name, files) => {
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
      for await (const entry of root.keys()) await root.removeEntry(entry, { recursive: true });
      for (const { path, bytes } of files) {
        let folder = root;
        for (const part of path.slice(0, -1))
          folder = await folder.getDirectoryHandle(part, { create: true });
        const file = await folder.getFileHandle(path.at(-1) ?? '', { create: true });
        const writable = await file.createWritable();
        await writable.write(Uint8Array.from(bytes));
        await writable.close();
      }
    },
    FOLDER,
    files,
  );
}
