/** Connections that are slow, lost or at no address, and what a request carries: each failure gets its code, and no secret gets out. */
import { describe, expect, it } from 'vitest';
import { CREDENTIALS, findDeadUrl, PASSWORD, serveHostile, USER, verbs } from './hostile-server';

const { hostile, open, failureOf } = serveHostile();

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
    const url = await findDeadUrl();
    for (const verb of verbs) expect((await failureOf(verb, { url })).code).toBe('remote-unreachable');
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
    expect(headers?.authorization).toBe(`Basic ${CREDENTIALS}`);
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
