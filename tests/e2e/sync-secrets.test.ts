/**
 * Where the reader's secrets are while sync runs, in the flesh: the extension as built, an Apache with WebDAV, and
 * everything that a page, the network or a file could tell.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveArticles } from '@/scripts/demo/serve';
import { type Driven, until } from '@/scripts/drive/launch';
import {
  findByName,
  openArticle,
  press,
  restOn,
  waitForCard,
  waitForExtensionPage,
  waitForName,
} from '@/scripts/drive/reader';
import { startApache } from '@/tests/remotes/servers/apache';
import type { RunningServer } from '@/tests/remotes/servers/serve';
import { BROWSERS, freshProfile, stopAtFirstFailure } from './browser';
import { readStorage } from './read-as-content-script';
import { OF_THE_MAKER, type RecordingProxy, recordRequests } from './recording-proxy';
import { pressConnect, startFirstRound } from './sync-section';
import { unwrapKeyBytes } from './unwrap-key-bytes';

const NOTE = 'Plum blossom, a note that nobody else may read';
const PASSPHRASE = 'plum ladder sixty orbit canvas';

describe.each(BROWSERS)('secrets of sync in %s', (name) => {
  stopAtFirstFailure();
  let site: Served;
  let apache: RunningServer;
  let proxy: RecordingProxy;
  let driven: Driven;
  let article: Page;
  let options: Page;
  let keyBytes: Uint8Array;
  beforeAll(async () => {
    [site, apache] = await Promise.all([serveArticles(), startApache()]);
    proxy = await recordRequests(`127.0.0.1:${site.port}`, `127.0.0.1:${apache.port}`);
    driven = await freshProfile(name, { mode: 'e2e', proxy: proxy.port });
  });
  afterAll(async () => {
    await driven.close();
    await Promise.all([proxy.close(), site.close(), apache.close()]);
  });

  const hostsOfServer = () => proxy.seen.filter((host) => host === `127.0.0.1:${apache.port}`);

  /** The files on the server, by their path in its folder. */
  const readServer = () =>
    new Map(
      readdirSync(apache.files, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.parentPath.includes('.DAV'))
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [path.slice(apache.files.length), readFileSync(path)]),
    );

  /** What must stand nowhere but in the extension's own database. */
  const secrets = () => ({
    password: apache.password,
    passphrase: PASSPHRASE,
    'key, hexadecimal': Buffer.from(keyBytes).toString('hex'),
    'key, base64': Buffer.from(keyBytes).toString('base64').slice(0, 42),
    'key, base64url': Buffer.from(keyBytes).toString('base64url').slice(0, 42),
    'key, numbers': [...keyBytes].join(','),
  });
  function expectNoSecret(text: string, where: string): void {
    for (const [kind, secret] of Object.entries(secrets())) {
      expect(text.includes(secret), `${kind} in ${where}`).toBe(false);
      expect(text.includes(JSON.stringify(secret).slice(1, -1)), `${kind} in ${where}`).toBe(false);
    }
  }

  it('without a connection nothing speaks to the server', async () => {
    article = await openArticle(driven, `${site.origin}/huawei-connect.html`);
    await restOn(article, 'Ascend 950');
    const frame = await waitForCard(article, /^Ascend 950/);
    await press(frame, /^Notes( \(\d+\))?$/);
    await (await waitForName(frame, /^Your note on/)).type(NOTE);
    await press(frame, 'Save note');
    await waitForName(frame, 'Saved', '*');
    await press(frame, /^Back/);
    await press(frame, 'Options');
    options = await waitForExtensionPage(driven, 'options.html');
    expect(hostsOfServer()).toEqual([]);
  });

  it('connecting with password and passphrase brings the note there, in a key of Argon2id', async () => {
    await pressConnect(options, apache, PASSPHRASE);
    await startFirstRound(options);
    const files = [...readServer()];
    expect(files.filter(([path]) => path.endsWith('.seg'))).not.toEqual([]);
    const [, keyFile] = files.find(([path]) => path.includes('/key.')) ?? [];
    expect(JSON.parse(String(keyFile)).kdf).toMatchObject({ name: 'argon2id', m: 65_536, t: 3, p: 1 });
    keyBytes = await unwrapKeyBytes(new Uint8Array(keyFile ?? []), PASSPHRASE);
    expect(keyBytes).toHaveLength(32);
  });

  it('the server holds neither the note nor a secret', () => {
    for (const [path, bytes] of readServer()) {
      expectNoSecret(bytes.toString('utf8'), path);
      expectNoSecret(bytes.toString('latin1'), path);
      expect(bytes.includes('Plum blossom'), path).toBe(false);
    }
  });

  it('a script on a page reads all of storage.local and storage.sync, and finds none', async () => {
    await article.bringToFront();
    const stored = await readStorage(name, article, options);
    // It did read: what is meant for it is there.
    expect(stored).toContain('index:');
    // Chromium lets us close the other area to pages altogether.
    if (name === 'chromium')
      expect(JSON.parse(stored).sync).toMatch(/^Error: Access to storage is not allowed/);
    expectNoSecret(stored, 'storage');
    expect(stored).not.toContain('Plum blossom');
    expect(stored).not.toContain(`127.0.0.1:${apache.port}`);
    expect(stored).not.toContain(apache.user);
  });

  it('they stand in the extension’s own IndexedDB: the password as it is, the key as one that cannot be read', async () => {
    await options.bringToFront();
    const kept = await options.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('sidelight');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const readAll = (table: string) =>
        new Promise<unknown[]>((resolve, reject) => {
          const reading = database.transaction(table).objectStore(table).getAll();
          reading.onsuccess = () => resolve(reading.result);
          reading.onerror = () => reject(reading.error);
        });
      const tables: Record<string, unknown[]> = {};
      for (const table of database.objectStoreNames) tables[table] = await readAll(table);
      database.close();
      const { secrets, ...others } = tables as { secrets: { key: string; value: { key: CryptoKey }[] }[] };
      const [held] = secrets.find(({ key }) => key === 'keyring')?.value ?? [];
      const exported = await crypto.subtle.exportKey('raw', held?.key as CryptoKey).then(
        () => 'exported',
        (thrown: Error) => thrown.name,
      );
      return {
        secrets: JSON.stringify(secrets),
        others: JSON.stringify(others),
        names: Object.keys(others),
        isExtractable: held?.key.extractable,
        exported,
      };
    });
    expect(JSON.parse(kept.secrets)).toContainEqual(
      expect.objectContaining({
        key: 'connection',
        value: expect.objectContaining({ password: apache.password }),
      }),
    );
    expect(kept).toMatchObject({ isExtractable: false, exported: 'InvalidAccessError' });
    expect(kept.names).toContain('rounds');
    // The passphrase is not even there; the password nowhere else.
    expect(kept.secrets).not.toContain(PASSPHRASE);
    expectNoSecret(kept.others, 'other tables');
  });

  it('an exported file holds the note and no secret', async () => {
    await press(options, 'Export all notes');
    const file = await until('the exported file', async () => {
      const found = readdirSync(driven.downloads).find((entry) => entry.endsWith('.json'));
      if (!found) return null;
      try {
        const text = readFileSync(join(driven.downloads, found), 'utf8');
        return text.trimEnd().endsWith('}') ? text : null;
      } catch {
        // Firefox writes under a name of its own and renames: between the look and the read it was moved.
        return null;
      }
    });
    expect(file).toContain(NOTE);
    expectNoSecret(file, 'the export');
    expect(file).not.toContain(`127.0.0.1:${apache.port}`);
  });

  it('a round that fails tells neither address nor secret, in its line of the history or on the page', async () => {
    await apache.close();
    await options.bringToFront();
    await press(options, 'Sync now');
    await waitForName(options, /^Try again/, 'button');
    const row = await options.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('sidelight');
        opening.onsuccess = () => resolve(opening.result);
      });
      const rows = await new Promise<unknown[]>((resolve) => {
        const reading = database.transaction('rounds').objectStore('rounds').getAll();
        reading.onsuccess = () => resolve(reading.result);
      });
      database.close();
      return JSON.stringify(rows.at(-1));
    });
    expect(JSON.parse(row)).toMatchObject({ state: 'failed', code: expect.stringMatching(/^remote-/) });
    expectNoSecret(row, 'the history');
    expect(row).not.toMatch(/127\.0\.0\.1|http|l%C3%A4ser|läser/);
    const said = await options.evaluate(() => document.body.innerText);
    expectNoSecret(said, 'the page');
    expect(await findByName(options, apache.password, '*')).toBeNull();
  });

  it('all the while nobody was asked but the article’s server and the one that was connected', () => {
    const allowed = [`127.0.0.1:${site.port}`, `127.0.0.1:${apache.port}`];
    expect(hostsOfServer()).not.toEqual([]);
    expect(proxy.seen.filter((host) => !allowed.includes(host) && !OF_THE_MAKER.test(host))).toEqual([]);
  });
});
