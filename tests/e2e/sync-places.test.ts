/** Every place where notes can live, by the whole way that a reader goes: from the question to the second machine. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTES_FORMAT, NOTES_VERSION } from '@/lib/exchange/notes-file';
import { webCodec } from '@/lib/sync/codec';
import { createBrowserAccount, estimateNotes } from '@/lib/sync/remotes/browser-account';
import { readSegment } from '@/lib/sync/segment';
import { type Served, serve } from '@/scripts/demo/serve';
import { until } from '@/scripts/drive/launch';
import { press, waitForName } from '@/scripts/drive/reader';
import { makeChange } from '@/tests/builders';
import { type RunningS3, startS3rver } from '@/tests/remotes/servers/s3rver';
import { type Chance, makeChance } from '@/tests/sim/random';
import { BROWSERS, stopAtFirstFailure } from './browser';
import {
  disconnect,
  type Machine,
  openMachine,
  readFact,
  readNotes,
  readPanel,
  rewriteNote,
  startRound,
  syncNow,
  waitForFact,
  waitForNotes,
  writeNote,
} from './sync-machine';
import { waitForText } from './wait-for-text';

const ARTICLES = resolve(import.meta.dirname, '../../scripts/demo/articles');

const FIRST_NOTE = 'Ask who has seen the cluster run';
const EDITED_NOTE = 'Ask who has seen the cluster run twice';
const HERE_NOTE = 'Written here while nothing was connected';
const THERE_NOTE = 'Written on the other machine meanwhile';
const HERE_TOO = 'Written between two connections';
const FOLDER = 'Papers of mine';
const TIME = /^\d{1,2}:\d\d/;

const TRIED = [
  'Write a file works',
  'Find it in the folder works',
  'Read its beginning works',
  'Remove it works',
];
const EMPTY = ['There are no notes of Sidelight yet. This is the first machine.'];
const joined = (machines: string) => [
  `Notes of ${machines} are there.`,
  'They come together with yours; nothing is replaced.',
];
/** Each machine also sends its own line in the list of machines. */
const PREVIEW = ['What this round would do', 'Nothing has been changed yet.'];

let site: Served;
let s3: RunningS3;
/** One for each browser; two of the one where only one is tested. */
const machines: Machine[] = [];
const [FIRST = 'chromium', SECOND = FIRST] = BROWSERS;

stopAtFirstFailure();
beforeAll(async () => {
  [site, s3] = await Promise.all([serve(ARTICLES), startS3rver()]);
  await Promise.all(
    [FIRST, SECOND].map(async (name, at) => {
      machines[at] = await openMachine(name, article());
    }),
  );
});
afterAll(async () => {
  for (const { driven } of machines) await driven.close();
  await Promise.all([site?.close(), s3?.close()]);
});

const article = () => `${site.origin}/huawei-connect.html`;
const machine = (at: number) => machines[at] as Machine;

describe(`an S3 bucket, from ${FIRST} to ${SECOND}`, () => {
  const place = () => `127.0.0.1:${s3.port}/${s3.bucket}/my notes`;

  async function connect({ options }: Machine): Promise<void> {
    await options.bringToFront();
    await waitForText(options, 'Where should your notes live?');
    await press(options, 'A folder or server of mine', '[role="radio"]');
    await press(options, 'S3 bucket', '[role="radio"]');
    const type = async (label: string, text: string) =>
      (await waitForName(options, label, 'input')).type(text);
    await type('Address of the service', s3.endpoint);
    await type('Region', s3.region);
    await type('Bucket', s3.bucket);
    await type('Folder in the bucket', 'my notes');
    await type('Access key', s3.accessKey);
    await type('Secret key', s3.secretKey);
    await press(options, 'Connect', 'button');
  }

  it('the first machine finds an empty bucket that can do all, and sends its note', async () => {
    const desk = machine(0);
    await writeNote(desk, FIRST_NOTE);
    await connect(desk);
    expect(await readPanel(desk, /^What was found/)).toEqual([
      `What was found at ${place()}`,
      ...TRIED,
      ...EMPTY,
    ]);
    expect(await readPanel(desk, /^What this round/)).toEqual([
      ...PREVIEW,
      'Nothing changes here.',
      '2 changes are sent',
      'You have 1 note here now.',
    ]);
    await startRound(desk);
    expect(await readFact(desk, 'Where')).toBe(place());
    expect(await readFact(desk, 'Last round')).toMatch(TIME);
  });

  it('the second machine joins what is there, and has the note of the first', async () => {
    const laptop = machine(1);
    await waitForNotes(laptop, []);
    await connect(laptop);
    expect(await readPanel(laptop, /^What was found/)).toEqual([
      `What was found at ${place()}`,
      ...TRIED,
      ...joined('1 machine'),
    ]);
    expect(await readPanel(laptop, /^What this round/)).toEqual([
      ...PREVIEW,
      '1 note is added here',
      FIRST_NOTE,
      '1 change is sent',
      'You have no notes here now.',
    ]);
    await startRound(laptop);
    expect(await readFact(laptop, 'Last round')).toMatch(TIME);
    await waitForNotes(laptop, [FIRST_NOTE]);
  });

  it('an edit made there comes back', async () => {
    const [desk, laptop] = [machine(0), machine(1)];
    await rewriteNote(laptop, FIRST_NOTE, EDITED_NOTE);
    await waitForFact(laptop, 'State', /^1 change to send\.$/);
    await syncNow(laptop);
    await waitForNotes(desk, [FIRST_NOTE]);
    await syncNow(desk);
    await waitForNotes(desk, [EDITED_NOTE]);
  });

  it('each machine leaves it, and keeps its notes', async () => {
    for (const each of machines) {
      await disconnect(each);
      await waitForNotes(each, [EDITED_NOTE]);
    }
  });
});

describe.runIf(FIRST === 'chromium')('a folder, in chromium', () => {
  let laptop: Machine;
  beforeAll(async () => {
    laptop = await openMachine('chromium', article());
    for (const each of [machine(0), laptop]) await answerPicker(each.options);
  });
  afterAll(() => laptop?.driven.close());

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
    const desk = machine(0);
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
    const desk = machine(0);
    await carryFolder(desk, laptop);
    await connect(laptop);
    expect(await readPanel(laptop, /^What was found/)).toEqual([
      `What was found at ${FOLDER}`,
      ...TRIED,
      ...joined('1 machine'),
    ]);
    await startRound(laptop);
    await waitForNotes(laptop, [EDITED_NOTE]);
    await rewriteNote(laptop, EDITED_NOTE, FIRST_NOTE);
    await syncNow(laptop);
    await carryFolder(laptop, desk);
    await syncNow(desk);
    await waitForNotes(desk, [FIRST_NOTE]);
  });

  it('who leaves and chooses the folder again has what was written in it and what was written here', async () => {
    const desk = machine(0);
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
    await waitForNotes(desk, [FIRST_NOTE, HERE_NOTE, THERE_NOTE]);
    await carryFolder(desk, laptop);
    await syncNow(laptop);
    await waitForNotes(laptop, [FIRST_NOTE, HERE_NOTE, THERE_NOTE]);
    await disconnect(desk);
  });
});

describe.each([
  { name: FIRST, at: 0, excess: 'more notes than fit', count: 700, length: 60 },
  { name: SECOND, at: 1, excess: 'a note too large', count: 1, length: 60_000 },
])('the browser account, in $name', ({ at, excess, count, length }) => {
  const desk = () => machine(at);
  let before: string[];
  let vaultFile: string | undefined;

  async function connect({ options }: Machine): Promise<void> {
    await options.bringToFront();
    await waitForText(options, 'Where should your notes live?');
    await waitForText(options, `About ${estimateNotes()} notes fit.`);
    await press(options, 'My browser account', '[role="radio"]');
    await waitForName(options, 'Encrypt the notes with a passphrase', '[role="switch"]');
    expect(
      await options.$$('form[aria-label="Connect"] input[type="text"], form input[type="password"]'),
    ).toEqual([]);
    await press(options, 'Connect', 'button');
  }

  it('is found empty, without anything to fill in, and gets the notes', async () => {
    before = await readNotes(desk());
    expect(before).not.toEqual([]);
    await connect(desk());
    expect(await readPanel(desk(), /^What was found/)).toEqual([
      'What was found at My browser account',
      ...TRIED,
      ...EMPTY,
    ]);
    await startRound(desk());
    expect(await readFact(desk(), 'Where')).toBe('My browser account');
    expect(await readFact(desk(), 'Last round')).toMatch(TIME);
    const account = await readAccount(desk());
    vaultFile = findVault(account);
    expect(await readTexts(account)).toEqual(expect.arrayContaining(before));
  });

  it('is joined, not founded anew, by who has left it', async () => {
    await disconnect(desk());
    await writeNote(desk(), HERE_TOO);
    await connect(desk());
    expect(await readPanel(desk(), /^What was found/)).toEqual([
      'What was found at My browser account',
      ...TRIED,
      ...joined('1 machine'),
    ]);
    await startRound(desk());
    const account = await readAccount(desk());
    expect(findVault(account)).toBe(vaultFile);
    expect(await readTexts(account)).toEqual(expect.arrayContaining([...before, HERE_TOO]));
    await waitForNotes(desk(), [...before, HERE_TOO]);
  });

  it(`refuses ${excess}, with a sentence, and loses nothing`, async () => {
    const held = await readAccount(desk());
    const { options } = desk();
    if (count === 1) await writeNote(desk(), `Too long: ${writeUnpackable(makeChance(5), length)}`);
    else await importNotes(desk(), count, length);
    await options.bringToFront();
    await press(options, 'Sync now', 'button');
    await waitForText(options, 'The space of your storage is used up.');
    await waitForText(options, 'Your notes are here, and what is new waits.');
    await waitForText(options, 'Error 24');
    await waitForText(options, `You have ${before.length + 1 + count} notes, kept in this browser.`);
    expect(await readAccount(desk())).toEqual(held);
  });

  it.runIf(count === 1)('takes it once it is shorter', async () => {
    await rewriteNote(desk(), 'Too long', 'Short enough by now');
    await syncNow(desk());
    expect(await readTexts(await readAccount(desk()))).toEqual(
      expect.arrayContaining([...before, HERE_TOO, 'Short enough by now']),
    );
  });
});

/** Brings in notes that fill any account. */
async function importNotes({ options, driven }: Machine, count: number, length: number): Promise<void> {
  const file = join(driven.downloads, 'more.json');
  writeFileSync(file, makeNotesFile(count, length));
  await options.bringToFront();
  await (await until('a file field', () => options.$('input[type="file"]'))).uploadFile(file);
  await waitForText(options, `${count} notes added`);
}

/** All that lies in the browser's account. */
function readAccount({ options }: Machine): Promise<Record<string, unknown>> {
  return options.evaluate(() => {
    type Api = { storage: { sync: { get(keys: null): Promise<Record<string, unknown>> } } };
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    return (browser ?? chrome).storage.sync.get(null);
  });
}

function findVault(account: Record<string, unknown>): string | undefined {
  const files = Object.keys(account).filter((key) => key.startsWith('f:vault.'));
  expect(files).toHaveLength(1);
  return files[0];
}

/** The texts in the segments that lie there, those of earlier versions too. */
async function readTexts(account: Record<string, unknown>): Promise<string[]> {
  const remote = createBrowserAccount({
    get: async (keys) =>
      keys === null ? account : Object.fromEntries([keys].flat().map((key) => [key, account[key]])),
    set: () => Promise.reject(new Error('only read')),
    remove: () => Promise.reject(new Error('only read')),
  });
  const texts: string[] = [];
  for (const folder of await remote.list('s')) {
    for (const { name } of await remote.list(`s/${folder.name}`)) {
      const bytes = await remote.get(`s/${folder.name}/${name}`, { most: 200_000 });
      const read = await readSegment(name.replace('.seg', ''), bytes ?? new Uint8Array(), [], webCodec);
      if (!read.ok) throw new Error(`${name}: ${read.reason}`);
      texts.push(...read.changes.flatMap(({ x }) => x ?? []));
    }
  }
  return texts;
}

/** Chinese characters drawn by chance: nothing packs them. */
function writeUnpackable(chance: Chance, length: number): string {
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + chance.below(20_000))).join('');
}

/** An export of so many notes of that length. */
function makeNotesFile(count: number, length: number): string {
  const chance = makeChance(5);
  const changes = Array.from({ length: count }, (_, at) =>
    makeChange({
      i: chance.id(),
      e: `note:${chance.id()}`,
      t: 1_700_000_000_000_000 + at,
      f: { createdAt: 1_700_000_000_000 + at, 'topic:huawei': true },
      x: writeUnpackable(chance, length),
      b: '',
      p: [],
    }),
  );
  return JSON.stringify({
    format: NOTES_FORMAT,
    v: NOTES_VERSION,
    exportedAt: new Date().toISOString(),
    replica: '0123456789abcdef',
    changes,
  });
}

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
