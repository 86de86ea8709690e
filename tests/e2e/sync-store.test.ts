/** The store of rounds on the databases that browsers have: the same cases as on the one that Node's tests have. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleForPage } from '@/scripts/drive/bundle';
import type { Driven } from '@/scripts/drive/launch';
import { STORE_CASES } from '@/tests/sync-store/cases';
import { BROWSERS, freshProfile } from './browser';

declare const stored: typeof import('@/tests/sync-store/page');

describe.each(BROWSERS)('the store of rounds on the database of %s', (name) => {
  let server: Server;
  let driven: Driven;
  let page: Page;
  let origin: string;
  beforeAll(async () => {
    const code = await bundleForPage('tests/sync-store/page.ts', 'stored');
    server = createServer((request, response) => {
      const isCode = request.url === '/store.js';
      response.writeHead(200, { 'Content-Type': isCode ? 'text/javascript' : 'text/html' });
      response.end(isCode ? code : SETTING);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    driven = await freshProfile(name, { extension: false });
  });
  afterAll(async () => {
    await driven?.close();
    server?.close();
  });
  beforeEach(async () => {
    page = await openPage();
  });
  afterEach(() => page?.close());

  async function openPage(at = origin): Promise<Page> {
    const opened = await driven.browser.newPage();
    await opened.goto(`${at}/`);
    await opened.waitForFunction('typeof stored === "object"');
    return opened;
  }

  it.each(STORE_CASES.map((found) => found.name))('%s', async (title) => {
    const said = await page.evaluate((found) => stored.runCase(found), title);
    expect(said.length).toBeGreaterThan(0);
    for (const { kind, actual, expected } of said) {
      if (kind === 'equal') expect(actual).toEqual(expected);
      else expect(actual).toMatchObject(expected as object);
    }
  });

  it('gives back the bytes of a segment to be sent, with the same hash, after the page was loaded anew', async () => {
    const sha = await page.evaluate(async () => {
      await stored.empty();
      return stored.intend();
    });
    await page.reload();
    await page.waitForFunction('typeof stored === "object"');
    const found = await page.evaluate(() => stored.describeIntended());
    expect(found).toEqual({ state: 'intended', hash: sha, pending: 1, notes: 1 });
  });

  it('goes on where a page was killed between two methods', async () => {
    const sha = await page.evaluate(async () => {
      await stored.empty();
      return stored.intend();
    });
    await kill();
    page = await openPage();
    expect(await page.evaluate(() => stored.describeIntended())).toMatchObject({ hash: sha, pending: 1 });
    await page.evaluate(() => stored.confirmIntended());
    const found = await page.evaluate(() => stored.describeIntended());
    expect(found).toEqual({ state: 'verified', hash: null, pending: 0, notes: 1 });
  });

  it('has applied a segment or has not, where a page was killed in the middle', async () => {
    await page.evaluate(() => stored.empty());
    await page.evaluate(() => {
      void stored.apply(3_000, 360);
    });
    // Somewhere on its way: which of the two is left to chance.
    await new Promise((resolve) => setTimeout(resolve, 150));
    await kill();
    page = await openPage();
    const rows = await page.evaluate(() => stored.countRows());
    const toWritten = (notes: number) => ({ notes, heads: notes, changes: notes, unindexed: notes });
    const whole = { ...toWritten(3_000), applied: 1, foreign: 1, meta: 1 };
    const { notes } = rows;
    // Firefox may commit the batches that it had when the page went (lib/sync/README.md): without the mark, so that
    // the next round does it again, and each note with its head, its change and its place among those to be indexed.
    const part = name === 'firefox' && notes ? [toWritten(notes)] : [];
    expect([{}, whole, ...part]).toContainEqual(rows);
    // And it can be done again.
    expect(await page.evaluate(() => stored.apply(3_000, 360))).toBe('done');
    expect(await page.evaluate(() => stored.countRows())).toEqual(whole);
  });

  // Firefox offers its driver no way to make the disk small for one page.
  it.runIf(name === 'chromium')('leaves nothing of a segment for which there is no room', async () => {
    // Another origin: the browser remembers for a while how much room one had.
    const small = origin.replace('127.0.0.1', 'localhost');
    const session = await page.createCDPSession();
    await session.send('Storage.overrideQuotaForOrigin', { origin: small, quotaSize: 4_000_000 });
    let cramped = await openPage(small);
    const before = await cramped.evaluate(async () => {
      await stored.empty();
      await stored.intend();
      return stored.countRows();
    });
    expect(await cramped.evaluate(() => stored.apply(2_000, 10_000))).toBe('database-full');
    expect(await cramped.evaluate(() => stored.countRows())).toEqual(before);
    // With room again it goes in whole.
    await session.send('Storage.overrideQuotaForOrigin', { origin: small });
    await cramped.close();
    cramped = await openPage(small);
    expect(await cramped.evaluate(() => stored.apply(2_000, 10_000))).toBe('done');
    expect(await cramped.evaluate(() => stored.countRows())).toMatchObject({ notes: 2_001, applied: 1 });
    await cramped.close();
  });

  /** Ends the page as a crash does; Firefox can only be told to close it at once. */
  async function kill(): Promise<void> {
    if (name === 'firefox') {
      await page.close();
      return;
    }
    const session = await page.createCDPSession();
    const crashed = new Promise((resolve) => page.once('error', resolve));
    void session.send('Page.crash').catch(() => {
      // It never answers: it is dead.
    });
    await crashed;
    await page.close();
  }
});

const SETTING = '<!doctype html><meta charset="utf-8"><title>Store</title><script src="/store.js"></script>';
