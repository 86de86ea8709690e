/** Connecting on the options page, in the release build: what the browser asks, and what is sent before it is answered. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveArticles } from '@/scripts/demo/serve';
import type { Driven } from '@/scripts/drive/launch';
import {
  openArticle,
  press,
  restOn,
  waitForCard,
  waitForExtensionPage,
  waitForName,
} from '@/scripts/drive/reader';
import { BROWSERS, freshProfile, stopAtFirstFailure } from './browser';
import { waitForText } from './wait-for-text';

/** Long enough for a request that goes out at once to have come. */
const LISTEN_MS = 1_500;

describe.each(BROWSERS)('connecting in %s', (name) => {
  stopAtFirstFailure();
  const requests: string[] = [];
  let server: Server;
  let site: Served;
  let driven: Driven;
  let options: Page;
  let address: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      requests.push(`${request.method} ${request.url}`);
      response.writeHead(401).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dav/notes/`;
    site = await serveArticles();
    driven = await freshProfile(name);
    options = await openOptions(driven, site);
    await options.bringToFront();
  });
  afterAll(async () => {
    await driven.close();
    server.closeAllConnections();
    server.close();
    await site.close();
  });

  it('a choice and an address send nothing', async () => {
    await press(options, 'A folder or server of mine', '[role="radio"]');
    await (await waitForName(options, 'Address of the folder', 'input')).type(address);
    await (await waitForName(options, 'User name', 'input')).type('ada');
    await (await waitForName(options, 'Password', 'input')).type('plum-7');
    // Firefox's readers grant all sites when they add the extension; Chromium asks for the one host.
    const foreseen = name === 'firefox' ? 'It will not ask again.' : 'the browser asks whether Sidelight may';
    await waitForText(options, foreseen);
    expect(requests).toEqual([]);
  });

  it.runIf(name === 'chromium')(
    'while the browser’s question is open nothing is sent, and the page says what it waits for',
    async () => {
      await press(options, 'Connect', 'button');
      await waitForText(options, `asks whether Sidelight may reach ${new URL(address).host}.`);
      await waitForText(options, 'Nothing has been sent yet.');
      await new Promise((resolve) => setTimeout(resolve, LISTEN_MS));
      expect(requests).toEqual([]);
      expect(await isGranted(options)).toBe(false);
    },
  );

  it.runIf(name === 'chromium')('leaving the question keeps what was typed, and sends nothing', async () => {
    await press(options, 'Cancel', 'button');
    const typed = await Promise.all(
      ['Address of the folder', 'User name', 'Password'].map(async (field) =>
        (await waitForName(options, field, 'input')).evaluate((input) => (input as HTMLInputElement).value),
      ),
    );
    expect(typed).toEqual([address, 'ada', 'plum-7']);
    await new Promise((resolve) => setTimeout(resolve, LISTEN_MS));
    expect(requests).toEqual([]);
  });

  it('the server hears what is sent to it, so that its silence meant something', async () => {
    const heard = requests.length;
    await fetch(address);
    expect(requests).toHaveLength(heard + 1);
  });

  it.runIf(name === 'firefox')(
    'a refused password is an error with its number, and stays typed',
    async () => {
      await press(options, 'Connect', 'button');
      await waitForText(options, 'Error 21');
      expect(requests.length).toBeGreaterThan(1);
      const password = await waitForName(options, 'Password', 'input');
      expect(await password.evaluate((input) => (input as HTMLInputElement).value)).toBe('plum-7');
    },
  );
});

/** The options page in a tab, by the way that a reader takes: from the card. */
async function openOptions(driven: Driven, site: Served): Promise<Page> {
  const page = await openArticle(driven, `${site.origin}/huawei-connect.html`);
  await restOn(page, 'Huawei');
  await press(await waitForCard(page, /^Huawei/), 'Options');
  return waitForExtensionPage(driven, 'options.html');
}

async function isGranted(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    type Api = { permissions: { contains(asked: { origins: string[] }): Promise<boolean> } };
    return (globalThis as unknown as { chrome: Api }).chrome.permissions.contains({
      origins: ['http://127.0.0.1/*'],
    });
  });
}
