/**
 * The one place that speaks HTTP to a remote: bounded in time and bytes, never following a redirect (it would
 * carry the reader's password to another host), with no cookies, no cache and no referrer. Status numbers
 * become error codes here and nowhere else. No error tells more than the method, the status or the cause in a
 * word: what `fetch` says may quote addresses and headers.
 */
import { AppError } from '@/lib/model/app-error';

/** The part of `fetch` that a remote needs. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How long a request may take, in milliseconds. */
export type Timeouts = {
  /** Until the answer begins; what is sent gets more time by its size. */
  firstByteMs: number;
  /** Until the answer has ended. */
  wholeMs: number;
};

/** One request. `url` must be http or https, without a user or password in it. */
export type HttpRequest = {
  url: string;
  method: string;
  headers?: Record<string, string>;
  body?: Uint8Array | string;
  signal?: AbortSignal | undefined;
  /** Throws `remote-too-large` rather than read an answer of more bytes. */
  most: number;
  /** Only this many bytes from the start are wanted: asks for that range, and cuts what is longer. */
  first?: number | undefined;
  /** Statuses that come back as an answer, besides 2xx, 404 and 410. */
  ok?: number[];
};

/** An answer read to its end. Of the body of a failure only the beginning is kept. */
export type HttpAnswer = { status: number; headers: Headers; bytes: Uint8Array<ArrayBuffer> };

/** A way to send requests to one remote. */
export interface Http {
  /**
   * Sends and reads the whole answer. Throws an `AppError` with a `remote-` code, or the signal's reason when
   * it was aborted.
   */
  send(request: HttpRequest): Promise<HttpAnswer>;
  /** `Date` of the last answer, milliseconds since 1970; `null` where there was none. */
  readonly serverTimeMs: number | null;
}

const TIMEOUTS: Timeouts = { firstByteMs: 30_000, wholeMs: 120_000 };

/** A slow line, bytes per millisecond: a segment of 512 KiB gets 64 s more until its answer begins. */
const SLOW_LINE = 8;

/** Most that is kept of the body of a failure: enough for the code in an S3 error. */
const FAILURE_BODY = 16_384;

const ABSENT = [404, 410];

/** `Http` over a given `fetch`. */
export function createHttp(
  options: { fetch?: Fetch | undefined; timeouts?: Timeouts | undefined } = {},
): Http {
  const { fetch = globalThis.fetch, timeouts = TIMEOUTS } = options;
  let serverTimeMs: number | null = null;
  return {
    get serverTimeMs() {
      return serverTimeMs;
    },
    async send(request) {
      checkAddress(request.url);
      request.signal?.throwIfAborted();
      const limits = limit(request, timeouts);
      try {
        const response = await fetch(request.url, toInit(request, limits.signal));
        limits.begun();
        serverTimeMs = readDate(response.headers) ?? serverTimeMs;
        return await readAnswer(request, response);
      } catch (thrown) {
        // What the reader stopped is no failure.
        request.signal?.throwIfAborted();
        if (thrown instanceof AppError) throw thrown;
        const detail = limits.isOver() ? 'timeout' : '';
        throw new AppError('remote-unreachable', { detail, retryable: true });
      } finally {
        limits.end();
      }
    },
  };
}

/** The code for a status that is a failure. `detail` is the method where rights are missing, else the status. */
export function toRemoteError(status: number, method: string): AppError {
  const detail = String(status);
  switch (status) {
    case 401:
    case 403:
      return new AppError('remote-denied', { detail: method });
    case 413:
    case 507:
      return new AppError('remote-full', { detail });
    case 423:
    case 429:
    case 503:
      return new AppError('remote-busy', { detail, retryable: true });
    case 405:
    case 501:
    case 511:
      // It does not know the method, or wants somebody to log in at a captive portal first.
      return new AppError('remote-wrong', { detail });
    default:
      return new AppError('remote-failed', { detail, retryable: status >= 500 });
  }
}

function checkAddress(url: string): void {
  const address = URL.parse(url);
  if (!address || !/^https?:$/.test(address.protocol))
    throw new AppError('remote-wrong', { detail: 'address' });
  if (address.username || address.password) throw new AppError('remote-wrong', { detail: 'userinfo' });
}

function toInit(request: HttpRequest, signal: AbortSignal): RequestInit {
  const headers = { ...request.headers };
  if (request.first !== undefined) headers.Range = `bytes=0-${request.first - 1}`;
  return {
    method: request.method,
    headers,
    body: (request.body as Uint8Array<ArrayBuffer> | string | undefined) ?? null,
    signal,
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  };
}

/** A signal that fires when the caller's does, or when time is over. */
function limit({ signal, body }: HttpRequest, timeouts: Timeouts) {
  const controller = new AbortController();
  let isOver = false;
  const stop = () => controller.abort();
  const expire = () => {
    isOver = true;
    stop();
  };
  const firstByteMs = timeouts.firstByteMs + (body?.length ?? 0) / SLOW_LINE;
  const firstByte = setTimeout(expire, firstByteMs);
  const whole = setTimeout(expire, Math.max(timeouts.wholeMs, firstByteMs));
  signal?.addEventListener('abort', stop);
  return {
    signal: controller.signal,
    isOver: () => isOver,
    begun: () => clearTimeout(firstByte),
    end: () => {
      clearTimeout(firstByte);
      clearTimeout(whole);
      signal?.removeEventListener('abort', stop);
    },
  };
}

async function readAnswer(request: HttpRequest, response: Response): Promise<HttpAnswer> {
  const { status, headers } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
    return await refuse(response, new AppError('remote-redirected'));
  if (response.ok) {
    const { first, most } = request;
    return { status, headers, bytes: await readBody(response, first ?? most, first !== undefined) };
  }
  // No range of a file without bytes can be had; the file is there, and this is all of it.
  if (status === 416 && request.first !== undefined)
    return { status, headers, bytes: await readBody(response, 0, true) };
  if (ABSENT.includes(status) || request.ok?.includes(status))
    return { status, headers, bytes: await readBody(response, FAILURE_BODY, true) };
  return await refuse(response, toRemoteError(status, request.method));
}

async function refuse(response: Response, error: AppError): Promise<never> {
  await response.body?.cancel();
  throw error;
}

/** The body up to `most` bytes; a longer one is cut there where `isCut`, else refused. */
async function readBody(response: Response, most: number, isCut: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new AppError('remote-too-large', { detail: String(most) });
  if (!isCut && Number(response.headers.get('Content-Length')) > most)
    return await refuse(response, tooLarge());
  if (!response.body) return new Uint8Array();
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length <= most) {
    const { done, value } = await reader.read();
    if (done) return join(chunks, length);
    chunks.push(value);
    length += value.length;
  }
  await reader.cancel();
  if (!isCut) throw tooLarge();
  return join(chunks, length).slice(0, most);
}

function join(chunks: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function readDate(headers: Headers): number | null {
  const ms = Date.parse(headers.get('Date') ?? '');
  return Number.isNaN(ms) ? null : ms;
}
