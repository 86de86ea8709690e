/**
 * A bucket of an S3-compatible service as a remote: path style, signature version 4 (by aws4fetch), nothing
 * conditional. The hash of each body is signed along, so that the service checks what arrives.
 */
import { AwsV4Signer } from 'aws4fetch';
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { AppError } from '@/lib/model/app-error';
import { toHex } from '@/lib/model/hex';
import type { Remote, RemoteEntry } from '@/lib/sync/remote';
import { createHttp, type Fetch, type HttpAnswer, type HttpRequest, toRemoteError } from './http';

/** Where the bucket is, and the reader's keys for it. `prefix`: folder in the bucket, may be empty. */
export type S3Options = {
  endpoint: string;
  region: string;
  bucket: string;
  prefix: string;
  accessKey: string;
  secretKey: string;
  fetch?: Fetch | undefined;
  now?: (() => number) | undefined;
};

const MOST_LISTING = 4 * 1024 * 1024;

/** Pages of a listing, 1,000 names each; none of ours comes near. */
const MOST_PAGES = 25;

/** Failures whose body says which. */
const EXPLAINED = [400, 403, 409, 503];

const FULL = ['QuotaExceeded', 'EntityTooLarge', 'InsufficientCapacity', 'XMinioStorageFull'];

/** The remote in a bucket. A wrong address or key is told by the first request. */
export function createS3(options: S3Options): Remote {
  const http = createHttp({ fetch: options.fetch });
  const now = options.now ?? Date.now;
  const bucket = `${options.endpoint.replace(/\/+$/, '')}/${encodeURIComponent(options.bucket)}`;
  const root = `${options.prefix.split('/').filter(Boolean).join('/')}/sidelight/v1/`.replace(/^\/+/, '');

  async function send(request: HttpRequest, atMs: number): Promise<HttpAnswer> {
    const body = request.body as Uint8Array<ArrayBuffer> | undefined;
    const signer = new AwsV4Signer({
      method: request.method,
      url: request.url,
      headers: { ...request.headers, 'X-Amz-Content-Sha256': await hash(body ?? new Uint8Array()) },
      body: body ?? null,
      accessKeyId: options.accessKey,
      secretAccessKey: options.secretKey,
      service: 's3',
      region: options.region,
      datetime: new Date(atMs).toISOString().replace(/[:-]|\.\d{3}/g, ''),
    });
    const signed = await signer.sign();
    const headers = Object.fromEntries(new Headers(signed.headers));
    return http.send({ ...request, url: signed.url.toString(), headers, ok: EXPLAINED });
  }

  /** Sends; where the service finds our clock wrong, once more by its own. */
  async function ask(request: HttpRequest): Promise<HttpAnswer> {
    const answer = await send(request, now());
    const isSkewed = readCode(answer) === 'RequestTimeTooSkewed' && http.serverTimeMs !== null;
    const last = isSkewed ? await send(request, http.serverTimeMs ?? now()) : answer;
    refuse(last, request);
    return last;
  }

  // Encoded part by part: what is signed is the path as the service decodes it, and a bare "+" or "%" is another.
  const addressOf = (path: string) =>
    `${bucket}/${`${root}${path}`.split('/').map(encodeURIComponent).join('/')}`;

  return {
    get serverTimeMs() {
      return http.serverTimeMs;
    },
    async list(folder, { signal } = {}) {
      const start = folder === '' ? root : `${root}${folder}/`;
      const entries: RemoteEntry[] = [];
      let token: string | null = null;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const query = new URLSearchParams({ 'list-type': '2', delimiter: '/', prefix: start });
        if (token !== null) query.set('continuation-token', token);
        const url = `${bucket}/?${query.toString().replaceAll('+', '%20')}`;
        const answer = await ask({ method: 'GET', url, signal, most: MOST_LISTING });
        if (answer.status === 404) throw new AppError('remote-absent');
        const found = readPage(answer, start);
        entries.push(...found.entries);
        token = found.next;
        if (token === null) return entries;
      }
      throw new AppError('remote-too-large');
    },
    async get(path, { signal, most, first }) {
      const answer = await ask({ method: 'GET', url: addressOf(path), signal, most, first });
      if (answer.status === 404) return null;
      if (/^text\/html/i.test(answer.headers.get('Content-Type') ?? '')) {
        throw new AppError('remote-wrong', { detail: 'page' });
      }
      return answer.bytes;
    },
    async put(path, bytes, { signal } = {}) {
      const headers = { 'Content-Type': 'application/octet-stream' };
      const request = { method: 'PUT', url: addressOf(path), headers, body: bytes, signal, most: 65_536 };
      const answer = await ask(request);
      if (answer.status === 404) throw new AppError('remote-absent');
    },
    async delete(path, { signal } = {}) {
      await ask({ method: 'DELETE', url: addressOf(path), signal, most: 65_536 });
    },
  };
}

/** Deepest nesting of tags that is read; a listing has four. */
const MOST_NESTED = 32;

const PARSER = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: true,
  maxNestedTags: MOST_NESTED,
  isArray: (name) => name === 'Contents' || name === 'CommonPrefixes',
});

const pageSchema = z.object({
  ListBucketResult: z.object({
    IsTruncated: z.string().optional(),
    NextContinuationToken: z.string().optional(),
    Contents: z.array(z.object({ Key: z.string(), Size: z.string().optional() })).default([]),
    CommonPrefixes: z.array(z.object({ Prefix: z.string() })).default([]),
  }),
});

function readPage(answer: HttpAnswer, start: string): { entries: RemoteEntry[]; next: string | null } {
  const read = pageSchema.safeParse(parse(answer));
  if (!read.success) throw new AppError('remote-wrong', { detail: 'listing' });
  const { Contents, CommonPrefixes, IsTruncated, NextContinuationToken } = read.data.ListBucketResult;
  const nameOf = (key: string) => (key.startsWith(start) ? key.slice(start.length) : '');
  const files = Contents.map(({ Key, Size }) => ({
    name: nameOf(Key),
    isFolder: false,
    size: Size !== undefined && /^\d+$/.test(Size) ? Number(Size) : null,
  }));
  const folders = CommonPrefixes.map(({ Prefix }) => ({
    name: nameOf(Prefix).replace(/\/$/, ''),
    isFolder: true,
    size: null,
  }));
  return {
    entries: [...files, ...folders].filter(({ name }) => name !== '' && !name.includes('/')),
    next: IsTruncated === 'true' ? (NextContinuationToken ?? null) : null,
  };
}

function parse(answer: HttpAnswer): unknown {
  const text = new TextDecoder().decode(answer.bytes);
  // No document type: its entities could grow without bound.
  if (/<!DOCTYPE/i.test(text)) return null;
  try {
    return PARSER.parse(text);
  } catch {
    // Not XML: the caller says what it waited for.
    return null;
  }
}

const errorSchema = z.object({ Error: z.object({ Code: z.string() }) });

/** The service's own word for a failure; empty where it has none. */
function readCode(answer: HttpAnswer): string {
  if (answer.status < 400) return '';
  const read = errorSchema.safeParse(parse(answer));
  return read.success ? read.data.Error.Code : '';
}

function refuse(answer: HttpAnswer, { method, first }: HttpRequest): void {
  // A file without bytes has no range to give: http.ts made it nothing.
  if (answer.status === 416 && first !== undefined) return;
  const code = readCode(answer);
  if (code === 'NoSuchBucket') throw new AppError('remote-absent');
  if (code === 'RequestTimeTooSkewed') throw new AppError('remote-skewed');
  if (code === 'SlowDown') throw new AppError('remote-busy', { detail: code, retryable: true });
  if (FULL.includes(code)) throw new AppError('remote-full', { detail: code });
  if (answer.status >= 400 && answer.status !== 404) throw toRemoteError(answer.status, method);
}

async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
