/** Servers that are broken, wrong or wicked: each gets its code, in time and in little memory, and no secret gets out. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/model/app-error';
import type { Remote } from '@/lib/sync/remote';
import { createWebdav } from '@/lib/sync/remotes/webdav';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A real HTTP server that answers as each test says, and remembers what it was asked. */
type Hostile = { server: Server; url: string; answer: Handler; seen: IncomingMessage[] };

const USER = 'reader-of-news';
const PASSWORD = 'hunter2-geheim-ñ';
const SECRETS = [
  PASSWORD,
  encodeURIComponent(PASSWORD),
  USER,
  Buffer.from(`${USER}:${PASSWORD}`).toString('base64'),
];

const FILE = `vault.${'0'.repeat(32)}.json`;
const PAGE =
  '<!doctype html><html><head><title>Welcome</title></head><body><h1>Log in<br></h1></body></html>';

/** The four verbs, as one thing that may fail. */
const VERBS = {
  list: (remote: Remote) => remote.list(''),
  get: (remote: Remote) => remote.get(FILE, { most: 1024 }),
  put: (remote: Remote) => remote.put(FILE, new Uint8Array(10)),
  delete: (remote: Remote) => remote.delete(FILE),
};
type Verb = keyof typeof VERBS;
const verbs = Object.keys(VERBS) as Verb[];

let hostile: Hostile;
let other: Hostile;

beforeAll(async () => {
  hostile = await startHostile();
  other = await startHostile();
});
beforeEach(() => {
  hostile.seen = [];
  other.seen = [];
});
afterAll(async () => {
  for (const { server } of [hostile, other]) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

describe('a status', () => {
  it.each([
    [400, 'remote-failed', false],
    [401, 'remote-denied', false],
    [402, 'remote-failed', false],
    [403, 'remote-denied', false],
    [405, 'remote-wrong', false],
    [413, 'remote-full', false],
    [418, 'remote-failed', false],
    [423, 'remote-busy', true],
    [429, 'remote-busy', true],
    [500, 'remote-failed', true],
    [501, 'remote-wrong', false],
    [502, 'remote-failed', true],
    [503, 'remote-busy', true],
    [504, 'remote-failed', true],
    [507, 'remote-full', false],
    [511, 'remote-wrong', false],
  ])('%i is %s for every verb', async (status, code, isRetryable) => {
    hostile.answer = (_request, response) => response.writeHead(status).end(`${PAGE} ${PASSWORD}`);
    for (const verb of verbs) {
      const error = await failureOf(verb);
      expect([verb, error.code, error.retryable]).toEqual([verb, code, isRetryable]);
    }
  });

  it('404 is absence, and for a put the want of the folder', async () => {
    hostile.answer = (_request, response) => response.writeHead(404).end(PAGE);
    const remote = open();
    expect(await remote.list('')).toEqual([]);
    expect(await remote.get(FILE, { most: 1024 })).toBeNull();
    await remote.delete(FILE);
    expect((await failureOf('put')).code).toBe('remote-absent');
  });

  it('404 with an endless page is still absence', async () => {
    hostile.answer = (_request, response) => {
      response.writeHead(404);
      pour(response, () => 'not here, '.repeat(1_000));
    };
    expect(await open().get(FILE, { most: 1024 })).toBeNull();
  });

  it('416 is a file without bytes where a range was asked for, and a failure where none was', async () => {
    hostile.answer = (_request, response) => response.writeHead(416).end(PAGE);
    expect(await open().get(FILE, { most: 1024, first: 100 })).toEqual(new Uint8Array());
    expect((await failureOf('get')).detail).toBe('416');
  });

  it('of a denied put names the method, of a failed one the status', async () => {
    hostile.answer = (_request, response) => response.writeHead(403).end();
    expect((await failureOf('put')).detail).toBe('PUT');
    hostile.answer = (_request, response) => response.writeHead(502).end();
    expect((await failureOf('put')).detail).toBe('502');
  });
});

describe('a page with 200', () => {
  it.each(verbs)('is no answer to %s', async (verb) => {
    hostile.answer = (_request, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(PAGE);
    expect((await failureOf(verb)).code).toBe('remote-wrong');
  });

  it.each([
    ['a page', PAGE],
    ['a page that is XML', '<html><body/></html>'],
    ['nothing', ''],
    ['JSON', '{"error":"down for maintenance"}'],
  ])('is no listing with 207 either: %s', async (_what, body) => {
    hostile.answer = (_request, response) => response.writeHead(207).end(body);
    expect((await failureOf('list')).code).toBe('remote-wrong');
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])(
    'with %i is not followed, and nothing is told to the other',
    async (status) => {
      hostile.answer = (request, response) =>
        response.writeHead(status, { Location: `${other.url}${request.url}` }).end();
      for (const verb of verbs) expect((await failureOf(verb)).code).toBe('remote-redirected');
      expect(other.seen).toEqual([]);
      expect(hostile.seen.length).toBe(verbs.length);
    },
  );

  it('is not followed on the same host either', async () => {
    hostile.answer = (_request, response) => response.writeHead(302, { Location: '/login' }).end();
    expect((await failureOf('list')).code).toBe('remote-redirected');
    expect(hostile.seen.map((request) => request.url)).not.toContain('/login');
  });
});

describe('too much', () => {
  it.each([true, false])('a file of 1 GB is not read (length told: %s)', async (isTold) => {
    const gigabyte = 1024 ** 3;
    let written = 0;
    hostile.answer = (_request, response) => {
      response.writeHead(200, isTold ? { 'Content-Length': gigabyte } : {});
      const chunk = Buffer.alloc(64 * 1024);
      pour(response, () => {
        written += chunk.length;
        return written <= gigabyte ? chunk : null;
      });
    };
    const before = process.memoryUsage.rss();
    const failure = await open()
      .get(FILE, { most: 512 * 1024 })
      .catch((thrown) => thrown);
    expect(failure).toMatchObject({ code: 'remote-too-large' });
    expect(await open().get(FILE, { most: 512 * 1024, first: 4096 })).toEqual(new Uint8Array(4096));
    expect(written).toBeLessThan(64 * 1024 ** 2);
    expect(process.memoryUsage.rss() - before).toBeLessThan(128 * 1024 ** 2);
  });

  it('a listing of a million names is given up soon', async () => {
    let names = 0;
    hostile.answer = (request, response) => {
      response.writeHead(207, { 'Content-Type': 'application/xml' });
      response.write('<multistatus xmlns="DAV:">');
      pour(response, () => {
        if (names >= 1_000_000) return null;
        return Array.from({ length: 200 }, () => {
          const href = `${request.url}${(names++).toString(16).padStart(32, '0')}.seg`;
          return `<response><href>${href}</href><propstat><prop><getcontentlength>1</getcontentlength></prop></propstat></response>`;
        }).join('');
      });
    };
    const startedAt = performance.now();
    expect((await failureOf('list')).code).toBe('remote-too-large');
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(names).toBeLessThan(200_000);
  });

  it('entities that grow are refused, not grown', async () => {
    const grown = Array.from(
      { length: 9 },
      (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
    );
    const bomb = `<?xml version="1.0"?><!DOCTYPE m [<!ENTITY l0 "boom">${grown.join('')}]><multistatus xmlns="DAV:"><response><href>&l9;</href></response></multistatus>`;
    hostile.answer = (_request, response) => response.writeHead(207).end(bomb);
    expect((await failureOf('list')).code).toBe('remote-wrong');
  });

  it('a small answer that unpacks to a large one is bounded by what it unpacks to', async () => {
    const { gzipSync } = await import('node:zlib');
    const packed = gzipSync(Buffer.alloc(64 * 1024 ** 2));
    hostile.answer = (_request, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': packed.length }).end(packed);
    const failure = await open()
      .get(FILE, { most: 512 * 1024 })
      .catch((thrown) => thrown);
    expect(failure).toMatchObject({ code: 'remote-too-large' });
  });
});

describe('too slow', () => {
  const timeouts = { firstByteMs: 200, wholeMs: 600 };

  it.each(verbs)('no answer to %s', async (verb) => {
    hostile.answer = () => undefined;
    const startedAt = performance.now();
    const error = await failureOf(verb, { timeouts });
    expect(error).toMatchObject({ code: 'remote-unreachable', detail: 'timeout', retryable: true });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it('an answer drop by drop', async () => {
    hostile.answer = (_request, response) => {
      response.writeHead(207);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    };
    const startedAt = performance.now();
    const error = await failureOf('list', { timeouts });
    expect(error).toMatchObject({ code: 'remote-unreachable', detail: 'timeout' });
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(500);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it('and the reader can stop it at any time, with no code at all', async () => {
    hostile.answer = (_request, response) => response.writeHead(207).write('<');
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('enough')), 50);
    await expect(open().list('', { signal: controller.signal })).rejects.toThrow('enough');
  });
});

describe('a connection', () => {
  it('that is lost in the middle of a listing, or before it', async () => {
    hostile.answer = (_request, response) => {
      response.writeHead(207);
      response.write('<multistatus xmlns="DAV:">', () => response.destroy());
    };
    expect((await failureOf('list')).code).toBe('remote-unreachable');
    hostile.answer = (request) => request.socket.destroy();
    for (const verb of verbs) expect((await failureOf(verb)).code).toBe('remote-unreachable');
  });

  it('that ends before the length that was told', async () => {
    hostile.answer = (_request, response) => {
      response.writeHead(200, { 'Content-Length': 500 });
      response.write('x'.repeat(100), () => response.destroy());
    };
    expect((await failureOf('get')).code).toBe('remote-unreachable');
  });

  it('that tells less than it sends gives a listing cut off', async () => {
    const whole =
      '<multistatus xmlns="DAV:"><response><href>/dav/sidelight/v1/</href></response></multistatus>';
    hostile.answer = (request) =>
      request.socket.end(
        `HTTP/1.1 207 x\r\nContent-Length: ${whole.length - 20}\r\nConnection: close\r\n\r\n${whole}`,
      );
    expect((await failureOf('list')).code).toBe('remote-wrong');
  });

  it('that nobody takes', async () => {
    const closed = await startHostile();
    closed.server.close();
    await once(closed.server, 'close');
    for (const verb of verbs)
      expect((await failureOf(verb, { url: closed.url })).code).toBe('remote-unreachable');
  });
});

describe('an address', () => {
  it.each([
    ['with a password in it', () => hostile.url.replace('//', `//${USER}:${encodeURIComponent(PASSWORD)}@`)],
    ['of another protocol', () => 'ftp://dav.example/'],
    ['that is none', () => `not an address ${PASSWORD}`],
  ])('%s is refused before anything is sent', async (_what, toUrl) => {
    for (const verb of verbs) expect((await failureOf(verb, { url: toUrl() })).code).toBe('remote-wrong');
    expect(hostile.seen).toEqual([]);
  });

  it('loses its query and fragment, and gets its slash', async () => {
    hostile.answer = (_request, response) => response.writeHead(404).end();
    await open({ url: `${hostile.url}/my%20notes?a=1#b` }).list('s');
    expect(hostile.seen.map((request) => request.url)).toEqual(['/dav/my%20notes/sidelight/v1/s/']);
  });
});

describe('a request', () => {
  it('carries the password in its head and no cookie, referrer or cache', async () => {
    hostile.answer = (_request, response) => response.writeHead(404, { 'Set-Cookie': 'track=1' }).end();
    const remote = open();
    await remote.list('');
    await remote.list('');
    const { headers } = hostile.seen[1] ?? {};
    expect(headers?.authorization).toBe(`Basic ${SECRETS.at(-1)}`);
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('referer');
    expect(headers?.['cache-control']).toBe('no-cache');
  });

  it('learns the time of the server, also from a failure', async () => {
    const date = new Date('2031-05-04T03:02:01Z');
    hostile.answer = (_request, response) => response.writeHead(500, { Date: date.toUTCString() }).end();
    const remote = open();
    expect(remote.serverTimeMs).toBeNull();
    await remote.list('').catch((thrown) => expect(thrown).toMatchObject({ code: 'remote-failed' }));
    expect(remote.serverTimeMs).toBe(date.getTime());
  });
});

async function startHostile(): Promise<Hostile> {
  const server = createServer((request, response) => {
    made.seen.push(request);
    // What is sent is read before it is answered, as most servers do.
    request.on('error', () => response.destroy()).resume();
    made.answer(request, response);
  });
  const made: Hostile = { server, url: '', answer: (_request, response) => response.end(), seen: [] };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  made.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dav`;
  return made;
}

type Opening = { url?: string; timeouts?: { firstByteMs: number; wholeMs: number } };

function open({ url = hostile.url, timeouts }: Opening = {}): Remote {
  return createWebdav({ url, user: USER, password: PASSWORD, timeouts });
}

/** How a verb fails; every failure is searched for secrets on the way. */
async function failureOf(verb: Verb, opening: Opening = {}): Promise<AppError> {
  const thrown = await VERBS[verb](open(opening)).then(
    () => new Error(`${verb} did not fail`),
    (error: unknown) => error,
  );
  if (!(thrown instanceof AppError)) throw thrown;
  const said = [thrown.message, thrown.detail, thrown.stack, JSON.stringify(thrown), String(thrown.cause)];
  for (const secret of SECRETS) expect(said.join('\n')).not.toContain(secret);
  return thrown;
}

/** Writes as fast as the other end reads, until there is no more (`null`) or it hangs up. */
function pour(response: ServerResponse, next: () => string | Buffer | null): void {
  const write = () => {
    while (!response.destroyed) {
      const chunk = next();
      if (chunk === null) return void response.end();
      if (!response.write(chunk)) return void response.once('drain', write);
    }
  };
  write();
}
