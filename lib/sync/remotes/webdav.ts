/**
 * A folder on a WebDAV server (RFC 4918) as a remote: Nextcloud, ownCloud, a box at home. Five verbs, no
 * conditions and no locks, since of the servers measured each fails at one or the other.
 */
import { AppError } from '@/lib/model/app-error';
import type { Remote } from '@/lib/sync/remote';
import { createHttp, type Fetch, type HttpAnswer, type Timeouts, toRemoteError } from './http';
import { readListing } from './webdav-xml';

/** Where and as whom. Name and password both empty: without any. */
export type WebdavOptions = {
  /** Address of the reader's folder, which is there already. */
  url: string;
  user: string;
  password: string;
  fetch?: Fetch | undefined;
  timeouts?: Timeouts | undefined;
};

/** The vault's folder below the reader's. */
const VAULT = 'sidelight/v1/';

/** A listing of some 25,000 files; none of ours comes near. */
const MOST_LISTING = 8 * 1024 * 1024;

/** 409 is how WebDAV says that the folder above is missing. */
const MISSING = [404, 409, 410];

/** What MKCOL says to a folder that exists. */
const EXISTS = 405;

/** What nginx says to a file whose folder is missing. */
const FAILED = 500;

/**
 * What Apache, rclone and nephele say to a folder that another makes at the same moment. It may be meant, too:
 * whether the file can be written afterwards tells.
 */
const RACED = [403, 423, FAILED];

/** The type costs 20 bytes a file on Apache; without it a folder would be known by its slash alone, which is a habit only. */
const PROPFIND = '<propfind xmlns="DAV:"><prop><getcontentlength/><resourcetype/></prop></propfind>';

/** The remote at a WebDAV address. A wrong address is told by the first request. */
export function createWebdav(options: WebdavOptions): Remote {
  const http = createHttp({ fetch: options.fetch, timeouts: options.timeouts });
  const authorization = toAuthorization(options.user, options.password);
  const base = toFolderUrl(options.url);

  const send = (method: string, path: string, rest: Partial<Parameters<typeof http.send>[0]> = {}) =>
    http.send({
      method,
      url: `${base}${encodePath(path)}`,
      most: 65_536,
      ...rest,
      headers: { ...authorization, ...rest.headers },
    });

  /**
   * Makes a folder and, where they are missing too, those above it up to the reader's own. Gives back the status
   * of a refusal, `null` where the folder is there.
   */
  async function makeFolder(path: string, signal: AbortSignal | undefined): Promise<number | null> {
    // nginx wants the slash at the end.
    const make = async () =>
      (await send('MKCOL', path, { signal, ok: [EXISTS, ...MISSING, ...RACED] })).status;
    let status = await make();
    if (MISSING.includes(status)) {
      // The folder of the address itself is made, too, but nothing above it: a slip in the address would become a folder.
      if (path === '') throw new AppError('remote-absent');
      const refused = await makeFolder(path.replace(/[^/]+\/$/, ''), signal);
      status = await make();
      if (MISSING.includes(status)) return refused ?? status;
    }
    return RACED.includes(status) ? status : null;
  }

  return {
    get serverTimeMs() {
      return http.serverTimeMs;
    },
    async list(folder, { signal } = {}) {
      const path = folder === '' ? VAULT : `${VAULT}${folder}/`;
      const answer = await send('PROPFIND', path, {
        signal,
        headers: { Depth: '1', 'Content-Type': 'application/xml; charset=utf-8' },
        body: PROPFIND,
        most: MOST_LISTING,
      });
      if (MISSING.includes(answer.status)) return [];
      if (answer.status !== 207) throw new AppError('remote-wrong', { detail: String(answer.status) });
      return readListing(new TextDecoder().decode(answer.bytes), `${base}${encodePath(path)}`);
    },
    async get(path, { signal, most, first }) {
      const answer = await send('GET', `${VAULT}${path}`, { signal, most, first });
      if (MISSING.includes(answer.status)) return null;
      refusePage(answer);
      return answer.bytes;
    },
    async put(path, bytes, { signal } = {}) {
      const write = () =>
        send('PUT', `${VAULT}${path}`, {
          signal,
          body: bytes,
          headers: { 'Content-Type': 'application/octet-stream' },
          ok: [...MISSING, FAILED],
        });
      let answer = await write();
      let refused: number | null = null;
      for (let tries = 0; tries < 2 && answer.status >= 400; tries++) {
        refused = await makeFolder(`${VAULT}${path}`.replace(/[^/]+$/, ''), signal);
        answer = await write();
      }
      if (answer.status >= 400)
        throw refused === null ? toRemoteError(answer.status, 'PUT') : toRemoteError(refused, 'MKCOL');
      refusePage(answer);
    },
    async delete(path, { signal } = {}) {
      const answer = await send('DELETE', `${VAULT}${path}`, { signal });
      // A list of what could not be removed.
      if (answer.status === 207) throw toRemoteError(answer.status, 'DELETE');
      refusePage(answer);
    },
  };
}

/**
 * A page with 200 comes from a captive portal or an error handler: none of our files is one. (A server that
 * made or removed a file may say so on a page, too, but with 201, or without a body.)
 */
function refusePage({ status, headers, bytes }: HttpAnswer): void {
  const isPage = /^text\/html/i.test(headers.get('Content-Type') ?? '') && bytes.length > 0;
  if (isPage && (status === 200 || status === 203 || status === 206))
    throw new AppError('remote-wrong', { detail: 'page' });
}

/** Basic (RFC 7617), in UTF-8 whatever the letters. */
function toAuthorization(user: string, password: string): Record<string, string> {
  if (user === '' && password === '') return {};
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return { Authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` };
}

/** The address with a slash at its end, without query and fragment; left as it is where it is none. */
function toFolderUrl(url: string): string {
  const address = URL.parse(url);
  if (!address) return url;
  address.search = '';
  address.hash = '';
  return address.href.replace(/\/*$/, '/');
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
