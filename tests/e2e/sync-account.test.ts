/** Notes that live in the browser's own account: found, joined again, and full. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTES_FORMAT, NOTES_VERSION } from '@/lib/exchange/notes-file';
import { webCodec } from '@/lib/sync/codec';
import { createBrowserAccount, estimateNotes } from '@/lib/sync/remotes/browser-account';
import { readSegment } from '@/lib/sync/segment';
import { type Served, serveArticles } from '@/scripts/demo/serve';
import { until } from '@/scripts/drive/launch';
import { press, waitForName } from '@/scripts/drive/reader';
import { makeChange } from '@/tests/builders';
import { type Chance, makeChance } from '@/tests/sim/random';
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
const HERE_TOO = 'Written between two connections';

/** One case for each browser; both for the one where only one is tested. */
const [FIRST = 'chromium', SECOND = FIRST] = BROWSERS;

describe.each([
  { name: FIRST, excess: 'more notes than fit', count: 700, length: 60 },
  { name: SECOND, excess: 'a note too large', count: 1, length: 60_000 },
])('the browser account, in $name', ({ name, excess, count, length }) => {
  stopAtFirstFailure();
  let site: Served;
  let desk: Machine;
  let vaultFile: string | undefined;
  beforeAll(async () => {
    site = await serveArticles();
    desk = await openMachine(name, `${site.origin}/huawei-connect.html`);
  });
  afterAll(async () => {
    await desk?.driven.close();
    await site?.close();
  });

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
    await writeNote(desk, FIRST_NOTE);
    await connect(desk);
    expect(await readPanel(desk, /^What was found/)).toEqual([
      'What was found at My browser account',
      ...TRIED,
      ...EMPTY,
    ]);
    await startRound(desk);
    expect(await readFact(desk, 'Where')).toBe('My browser account');
    expect(await readFact(desk, 'Last round')).toMatch(TIME);
    const account = await readAccount(desk);
    vaultFile = findVault(account);
    expect(await readTexts(account)).toEqual(expect.arrayContaining([FIRST_NOTE]));
  });

  it('is joined, not founded anew, by who has left it', async () => {
    await disconnect(desk);
    await writeNote(desk, HERE_TOO);
    await connect(desk);
    expect(await readPanel(desk, /^What was found/)).toEqual([
      'What was found at My browser account',
      ...TRIED,
      ...joined('1 machine'),
    ]);
    await startRound(desk);
    const account = await readAccount(desk);
    expect(findVault(account)).toBe(vaultFile);
    expect(await readTexts(account)).toEqual(expect.arrayContaining([FIRST_NOTE, HERE_TOO]));
    await waitForNotes(desk, [FIRST_NOTE, HERE_TOO]);
  });

  it(`refuses ${excess}, with a sentence, and loses nothing`, async () => {
    const held = await readAccount(desk);
    const { options } = desk;
    if (count === 1) await writeNote(desk, `Too long: ${writeUnpackable(makeChance(5), length)}`);
    else await importNotes(desk, count, length);
    await options.bringToFront();
    await press(options, 'Sync now', 'button');
    await waitForText(options, 'The space of your storage is used up.');
    await waitForText(options, 'Your notes are here, and what is new waits.');
    await waitForText(options, 'Error 24');
    await waitForText(options, `You have ${2 + count} notes, kept in this browser.`);
    expect(await readAccount(desk)).toEqual(held);
  });

  it.runIf(count === 1)('takes it once it is shorter', async () => {
    await rewriteNote(desk, 'Too long', 'Short enough by now');
    await syncNow(desk);
    expect(await readTexts(await readAccount(desk))).toEqual(
      expect.arrayContaining([FIRST_NOTE, HERE_TOO, 'Short enough by now']),
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
