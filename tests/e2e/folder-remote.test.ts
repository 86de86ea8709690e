/** The folder remote in real Chromium, on a directory of the origin's private file system: the same handles that a picker gives. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Remote } from '@/lib/sync/remote';
import { bundleForPage } from '@/scripts/drive/bundle';
import type { Driven } from '@/scripts/drive/launch';
import { BROWSERS, freshProfile } from './browser';

const SEGMENT = `s/0123456789abcdef/${'a'.repeat(32)}.seg`;

/** What the page has for its tests: the remote, the directory under it, and codes in place of errors. */
type Bed = {
  root: FileSystemDirectoryHandle;
  remote: Remote;
  codeOf(work: () => Promise<unknown>): Promise<string>;
};
declare const bed: () => Promise<Bed>;

describe.runIf(BROWSERS.includes('chromium'))('a local folder as a remote, in chromium', () => {
  let server: Server;
  let driven: Driven;
  let page: Page;
  beforeAll(async () => {
    const code = await bundleForPage('lib/sync/remotes/folder.ts', 'folder');
    server = createServer((request, response) => {
      const isCode = request.url === '/folder.js';
      response.writeHead(200, { 'Content-Type': isCode ? 'text/javascript' : 'text/html' });
      response.end(isCode ? code : SETTING);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    driven = await freshProfile('chromium', { extension: false });
    page = await driven.browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction('typeof bed === "function"');
  });
  afterAll(async () => {
    await driven?.close();
    server?.close();
  });

  it('finds nothing in a folder that holds no vault, and makes none by looking', async () => {
    const found = await page.evaluate(async (path) => {
      const { root, remote } = await bed();
      const lists = [await remote.list(''), await remote.list('s'), await remote.list('s/0123456789abcdef')];
      const got = await remote.get(path, { most: 9 });
      await remote.delete(path);
      return { lists, got, made: (await Array.fromAsync(root.keys())).length };
    }, SEGMENT);
    expect(found).toEqual({ lists: [[], [], []], got: null, made: 0 });
  });

  it('gives back what was written, byte by byte, also the second time', async () => {
    const same = await page.evaluate(async (path) => {
      const { remote } = await bed();
      const bytes = crypto.getRandomValues(new Uint8Array(60_000));
      await remote.put(path, bytes);
      await remote.put(path, bytes);
      const got = await remote.get(path, { most: 60_000 });
      const start = await remote.get(path, { most: 60_000, first: 4_096 });
      return {
        isSame: got?.every((byte, at) => byte === bytes[at]) && got.length === bytes.length,
        start: start?.length,
        listed: await remote.list('s/0123456789abcdef'),
        root: await remote.list(''),
      };
    }, SEGMENT);
    expect(same).toEqual({
      isSame: true,
      start: 4_096,
      listed: [{ name: `${'a'.repeat(32)}.seg`, isFolder: false, size: 60_000 }],
      root: [{ name: 's', isFolder: true, size: null }],
    });
  });

  it('lists 300 files, and removes one and no other', async () => {
    const left = await page.evaluate(async () => {
      const { remote } = await bed();
      const names = Array.from({ length: 300 }, (_, at) => `${String(at).padStart(32, '0')}.seg`);
      await Promise.all(names.map((name) => remote.put(`s/0123456789abcdef/${name}`, Uint8Array.of(1))));
      const before = (await remote.list('s/0123456789abcdef')).length;
      await remote.delete(`s/0123456789abcdef/${names[7]}`);
      await remote.delete(`s/0123456789abcdef/${names[7]}`);
      const after = await remote.list('s/0123456789abcdef');
      return { before, after: after.length, isGone: !after.some(({ name }) => name === names[7]) };
    });
    expect(left).toEqual({ before: 300, after: 299, isGone: true });
  });

  it('refuses to read more than was asked for', async () => {
    const code = await page.evaluate(async (path) => {
      const { remote, codeOf } = await bed();
      await remote.put(path, new Uint8Array(500));
      return codeOf(() => remote.get(path, { most: 499 }));
    }, SEGMENT);
    expect(code).toBe('remote-too-large');
  });

  it('stops when told to', async () => {
    const name = await page.evaluate(async (path) => {
      const { remote } = await bed();
      const signal = AbortSignal.abort();
      return remote.get(path, { most: 9, signal }).catch((thrown: Error) => thrown.name);
    }, SEGMENT);
    expect(name).toBe('AbortError');
  });

  it('says so where the reader has removed the folder', async () => {
    const codes = await page.evaluate(async (path) => {
      const { root, remote, codeOf } = await bed();
      const storage = await navigator.storage.getDirectory();
      await storage.removeEntry(root.name, { recursive: true });
      return { put: await codeOf(() => remote.put(path, new Uint8Array(5))), list: await remote.list('') };
    }, SEGMENT);
    expect(codes).toEqual({ put: 'remote-absent', list: [] });
  });
});

/** A fresh directory for each test. */
const SETTING = `<!doctype html><meta charset="utf-8"><title>Folder</title><script src="/folder.js"></script><script>
globalThis.bed = async () => {
  const storage = await navigator.storage.getDirectory();
  const root = await storage.getDirectoryHandle(crypto.randomUUID(), { create: true });
  const codeOf = (work) => work().then(() => 'none', (thrown) => thrown.code);
  return { root, remote: folder.createFolder(root), codeOf };
};
</script>`;
