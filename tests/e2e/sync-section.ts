/** What a reader does in the Sync section of the options page. */
import type { Page } from 'puppeteer-core';
import { press, waitForName } from '@/scripts/drive/reader';
import type { RunningServer } from '@/tests/remotes/servers/serve';

/** Fills in the form for a WebDAV server and presses "Connect". `passphrase: null` leaves the notes as they are. */
export async function pressConnect(
  options: Page,
  server: RunningServer,
  passphrase: string | null,
): Promise<void> {
  await options.bringToFront();
  await press(options, /^A folder or server of mine/, '[role="radio"], input, label');
  await fillIn(options, server, passphrase);
}

/** The same for a folder shared with others. */
export async function pressShare(options: Page, server: RunningServer, passphrase: string): Promise<void> {
  await options.bringToFront();
  await press(options, 'Connect a shared folder', 'button');
  await fillIn(options, server, passphrase);
}

async function fillIn(options: Page, server: RunningServer, passphrase: string | null): Promise<void> {
  const type = async (label: string, text: string) => (await waitForName(options, label, 'input')).type(text);
  await type('Address of the folder', server.url);
  await type('User name', server.user);
  await type('Password', server.password);
  if (passphrase !== null) {
    await press(options, 'Encrypt the notes with a passphrase', '[role="switch"]');
    await type('Passphrase', passphrase);
  }
  await press(options, 'Connect');
}

/** Agrees to the first round, which changes nothing before, and waits until it is over. */
export async function startFirstRound(options: Page): Promise<void> {
  await press(options, 'Start');
  await waitForName(options, /^In step as of/, '*');
}
