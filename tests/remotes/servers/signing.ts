import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the service answers; by default what an empty bucket says. */
export type S3Answer = { status: number; body: string; headers?: Record<string, string> };

/**
 * An S3 service that does one thing rightly which s3rver leaves out: it computes the signature of each request anew
 * (AWS Signature Version 4, from what came over the wire) and refuses another. `answer` may then say what it likes.
 */
export async function startSigningServer(
  keys: { accessKey: string; secretKey: string; region: string },
  answer: (request: IncomingMessage) => S3Answer = () => ({ status: 200, body: '' }),
): Promise<{ endpoint: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const isRight = isSigned(request, Buffer.concat(parts), keys);
      const said = isRight ? answer(request) : { status: 403, body: toError('SignatureDoesNotMatch') };
      response.writeHead(said.status, { 'Content-Type': 'application/xml', ...said.headers });
      response.end(said.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The body of a failure. */
export function toError(code: string): string {
  return `<?xml version="1.0"?><Error><Code>${code}</Code><Message>words</Message></Error>`;
}

function isSigned(
  request: IncomingMessage,
  body: Buffer,
  { secretKey, region }: { secretKey: string; region: string },
): boolean {
  const said = /SignedHeaders=([^,]+), Signature=([0-9a-f]+)/.exec(request.headers.authorization ?? '');
  const [, names = '', signature] = said ?? [];
  const bodyHash = sha256(body);
  if (request.headers['x-amz-content-sha256'] !== bodyHash) return false;
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [
    request.method,
    decodeURIComponent(path).split('/').map(encode).join('/'),
    [...new URLSearchParams(query)]
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort()
      .join('&'),
    headers.join(''),
    names,
    bodyHash,
  ].join('\n');
  const time = String(request.headers['x-amz-date']);
  const day = time.slice(0, 8);
  const text = `AWS4-HMAC-SHA256\n${time}\n${day}/${region}/s3/aws4_request\n${sha256(Buffer.from(canonical))}`;
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer>(hmac, Buffer.from(`AWS4${secretKey}`));
  return hmac(key, text).toString('hex') === signature;
}

function encode(text: string): string {
  const hex = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replace(/[!'()*]/g, hex);
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
