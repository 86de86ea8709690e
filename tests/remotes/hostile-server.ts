/** A broken, wrong or wicked server, and a WebDAV remote at it. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { AppError } from '@/lib/model/app-error';
import type { Remote } from '@/lib/sync/remote';
import { createWebdav } from '@/lib/sync/remotes/webdav';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A real HTTP server that answers as each test says, and remembers what it was asked. */
type Hostile = { url: string; answer: Handler; seen: IncomingMessage[] };

/** Who logs in there, and with what. */
export const USER = 'reader-of-news';
export const PASSWORD = 'hunter2-geheim-ñ';
/** What the request carries of them, and what no error may say. */
export const CREDENTIALS = Buffer.from(`${USER}:${PASSWORD}`).toString('base64');
const SECRETS = [PASSWORD, encodeURIComponent(PASSWORD), USER, CREDENTIALS];

/** A file of a vault. */
export const FILE = `vault.${'0'.repeat(32)}.json`;

/** The four verbs, as one thing that may fail. */
const VERBS = {
  list: (remote: Remote) => remote.list(''),
  get: (remote: Remote) => remote.get(FILE, { most: 1024 }),
  put: (remote: Remote) => remote.put(FILE, new Uint8Array(10)),
  delete: (remote: Remote) => remote.delete(FILE),
};
type Verb = keyof typeof VERBS;
/** Their names. */
export const verbs = Object.keys(VERBS) as Verb[];

type Opening = { url?: string; timeouts?: { firstByteMs: number; wholeMs: number } };

/** A server while the tests of the file run, a remote opened at it, and how a verb fails there. */
export function serveHostile() {
  const { server, hostile, listen } = createHostile();
  beforeAll(listen);
  beforeEach(() => {
    hostile.seen = [];
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const open = ({ url = hostile.url, timeouts }: Opening = {}) =>
    createWebdav({ url, user: USER, password: PASSWORD, timeouts });
  /** Every failure is searched for secrets on the way. */
  const failureOf = async (verb: Verb, opening: Opening = {}): Promise<AppError> => {
    const thrown = await VERBS[verb](open(opening)).then(
      () => new Error(`${verb} did not fail`),
      (error: unknown) => error,
    );
    if (!(thrown instanceof AppError)) throw thrown;
    const said = [thrown.message, thrown.detail, thrown.stack, JSON.stringify(thrown), String(thrown.cause)];
    for (const secret of SECRETS) expect(said.join('\n')).not.toContain(secret);
    return thrown;
  };
  return { hostile, open, failureOf };
}

/** The address of a server that has ended. */
export async function findDeadUrl(): Promise<string> {
  const { server, hostile, listen } = createHostile();
  await listen();
  server.close();
  await once(server, 'close');
  return hostile.url;
}

function createHostile() {
  const server = createServer((request, response) => {
    hostile.seen.push(request);
    // What is sent is read before it is answered, as most servers do.
    request.on('error', () => response.destroy()).resume();
    hostile.answer(request, response);
  });
  const hostile: Hostile = { url: '', answer: (_request, response) => response.end(), seen: [] };
  const listen = async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    hostile.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dav`;
  };
  return { server, hostile, listen };
}
