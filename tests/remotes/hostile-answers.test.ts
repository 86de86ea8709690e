/** Answers that are broken, wrong, wicked or too much: each gets its code, in time and in little memory, and no secret gets out. */
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { FILE, PASSWORD, serveHostile, verbs } from './hostile-server';

const PAGE =
  '<!doctype html><html><head><title>Welcome</title></head><body><h1>Log in<br></h1></body></html>';

const { hostile, open, failureOf } = serveHostile();
const { hostile: other } = serveHostile();

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
