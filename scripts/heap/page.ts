/** What `npm run sync:heap` runs in a page of the extension's origin: the product's own code, in bulk. */
import { countNotes } from '@/lib/db/notes';
import { exportNotes } from '@/lib/exchange/export-notes';
import { importNotes } from '@/lib/exchange/import-notes';
import { callBackground } from '@/lib/messages/call-background';
import type { Change } from '@/lib/model/note';
import { applyChanges } from '@/lib/notes/apply-changes';
import { connect, disconnect } from '@/lib/vault/connect';

const WORDS =
  'the memory bandwidth of this chip against what was said in spring about its successor and who builds it'.split(
    ' ',
  );
const START = Date.UTC(2024, 0, 1);
const IN_TRANSACTION = 1_000;

/** Lays that many notes into the database, some 300 letters each on a quoted passage; they wait to be sent. */
export async function layNotes(count: number): Promise<void> {
  for (let at = 0; at < count; at += IN_TRANSACTION) {
    const numbers = Array.from({ length: Math.min(IN_TRANSACTION, count - at) }, (_, index) => at + index);
    await applyChanges(numbers.map(toChange));
  }
}

function toChange(number: number): Change {
  const createdAt = START + number * 400_000;
  const say = (length: number, salt: number) =>
    Array.from({ length }, (_, at) => WORDS[(number * salt + at * (salt + number)) % WORDS.length]).join(' ');
  const url = `https://news.example/${drawHex(6)}`;
  const quote = {
    type: 'TextQuoteSelector',
    exact: say(9, 7),
    prefix: say(5, 3),
    suffix: say(5, 5),
  } as const;
  const position = { type: 'TextPositionSelector', start: 100, end: 150 } as const;
  const target = {
    url,
    canonical: url,
    title: say(9, 11),
    published: '2026-01-02',
    selectors: { quote, position },
  };
  const f = { createdAt, target, 'topic:huawei': true, 'tag:chips': true };
  const i = drawHex(8);
  return { i, t: createdAt * 1024, e: `note:${drawHex(8)}`, f, x: `${number} ${say(45, 13)}`, b: '', p: [] };
}

function drawHex(bytes: number): string {
  const drawn = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(drawn, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Connects this installation to a WebDAV folder, without encryption. */
export function connectToFolder(server: { url: string; user: string; password: string }): Promise<void> {
  const derive = () => Promise.reject(new Error('No passphrase here.'));
  return connect({ kind: 'webdav', ...server }, { passphrase: null, derive });
}

/** Leaves that folder: every note here waits to be sent to whichever comes next. */
export function leave(): Promise<void> {
  return disconnect();
}

/** A round by the worker. */
export function runRound(isApproved: boolean) {
  return callBackground('syncNow', { vault: 'own', isApproved });
}

/** How many notes are here. */
export function countHere(): Promise<number> {
  return countNotes();
}

/** Merges a file of all notes here into what has them already. Returns the milliseconds it took, and what came of it. */
export async function importAgain(): Promise<{ milliseconds: number; known: number }> {
  const file = await (await exportNotes()).text();
  const started = performance.now();
  const { known } = await importNotes(file);
  return { milliseconds: performance.now() - started, known };
}
