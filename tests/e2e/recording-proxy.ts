/** A proxy that every request of a browser goes through, whoever in it makes it, and that writes each down. */
import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A running proxy. `seen` are the hosts (with port) asked for, in order, one for each request or tunnel. */
export type RecordingProxy = { port: number; seen: string[]; close(): Promise<void> };

/** Where the browsers themselves go at a start, with no extension in them as well. */
export const OF_THE_MAKER =
  /(?:^|\.)(?:google\.com|googleapis\.com|gvt1\.com|mozilla\.(?:com|net|org)|firefox\.com)(?::\d+)?$/;

/** Starts the proxy. Only what is `allowed` (hosts with their ports) is passed on; all else is written down and refused. */
export async function recordRequests(...allowed: string[]): Promise<RecordingProxy> {
  const seen: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const address = new URL(incoming.url ?? '', 'http://no.host');
    seen.push(address.host);
    if (!allowed.includes(address.host)) {
      outgoing.writeHead(502).end();
      return;
    }
    const onward = send(address, { method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  // HTTPS and WebSockets ask for a tunnel: the host is all there is to see, and none is given.
  server.on('connect', (incoming, socket) => {
    seen.push(incoming.url ?? '');
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
