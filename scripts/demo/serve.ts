/** Serves files of one folder on a free port of this machine alone: the demo's news site, and the tests' pages. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** A page that a test makes up: its address maps to a body, with headers where it needs some. */
export type MadePage = { body: string; type?: string; headers?: Record<string, string> };

/** A running server; `origin` has no trailing slash. */
export type Served = { origin: string; port: number; requests: string[]; close(): Promise<void> };

/** Starts a server for `folder`, with `made` pages by path before it. Port 0 of 127.0.0.1: the system picks. */
export async function serve(folder: string, made: Record<string, MadePage> = {}): Promise<Served> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    void answer(folder, made, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The same for the demo's articles. */
export function serveArticles(made?: Record<string, MadePage>): Promise<Served> {
  return serve(join(import.meta.dirname, 'articles'), made);
}

async function answer(
  folder: string,
  made: Record<string, MadePage>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const page = made[pathname];
  if (page) {
    response.writeHead(200, { 'content-type': page.type ?? 'text/html; charset=utf-8', ...page.headers });
    response.end(page.body);
    return;
  }
  const path = normalize(
    join(folder, pathname === '/' ? 'huawei-connect.html' : decodeURIComponent(pathname)),
  );
  try {
    if (!path.startsWith(folder)) throw new Error('outside the folder');
    const body = await readFile(path);
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
    response.end(body);
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' });
    response.end('Not found');
  }
}
