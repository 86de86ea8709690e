import type { Remote, RemoteEntry } from '@/lib/sync/remote';
import type { Storage } from './storage';

/** What went over the line: requests, and bytes of bodies each way. */
export type Traffic = { requests: number; up: number; down: number };

/** A remote without faults that counts bytes as a WebDAV server sends them. */
export class MeasuredRemote implements Remote {
  readonly serverTimeMs = null;
  readonly #storage: Storage;
  readonly #onlyFolder: string | null;
  #traffic: Traffic = { requests: 0, up: 0, down: 0 };

  /** `onlyFolder`: the one replica whose files are shown; `null` shows all. */
  constructor(storage: Storage, onlyFolder: string | null = null) {
    this.#storage = storage;
    this.#onlyFolder = onlyFolder;
  }

  /** The traffic since it was last asked for. */
  takeTraffic(): Traffic {
    const traffic = this.#traffic;
    this.#traffic = { requests: 0, up: 0, down: 0 };
    return traffic;
  }

  async list(folder: string): Promise<RemoteEntry[]> {
    const only = this.#onlyFolder;
    const entries = this.#storage
      .list(folder)
      .filter(
        ({ name }) => only === null || folder !== '' || !name.endsWith('.head') || name.startsWith(only),
      )
      .filter(({ name }) => only === null || folder !== 's' || name === only);
    this.#count(PROPFIND.length, toListing(folder, entries).length);
    return entries;
  }

  async get(path: string, { first }: { most: number; first?: number }): Promise<Uint8Array | null> {
    const bytes = this.#storage.read(path);
    const given = bytes && first !== undefined ? bytes.slice(0, first) : bytes;
    this.#count(0, given?.byteLength ?? 0);
    return given;
  }

  async put(path: string, bytes: Uint8Array): Promise<void> {
    this.#storage.write(path, bytes);
    this.#count(bytes.byteLength, 0);
  }

  async delete(path: string): Promise<void> {
    this.#storage.remove(path);
    this.#count(0, 0);
  }

  #count(up: number, down: number): void {
    const { requests, up: upSoFar, down: downSoFar } = this.#traffic;
    this.#traffic = { requests: requests + 1, up: upSoFar + up, down: downSoFar + down };
  }
}

const PROPFIND = '<propfind xmlns="DAV:"><prop><getcontentlength/><resourcetype/></prop></propfind>';
const BASE = '/dav/sidelight/v1/';

/** A listing in the words of Apache, the longest of the servers measured. */
function toListing(folder: string, entries: RemoteEntry[]): string {
  const path = folder === '' ? BASE : `${BASE}${folder}/`;
  const lines = entries.map(({ name, isFolder, size }) =>
    isFolder ? toFolderLine(`${path}${name}/`) : toFileLine(`${path}${name}`, size ?? 0),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<D:multistatus xmlns:D="DAV:" xmlns:ns0="DAV:">\n${toFolderLine(path)}${lines.join('')}</D:multistatus>\n`;
}

function toFileLine(path: string, size: number): string {
  return `<D:response xmlns:lp1="DAV:" xmlns:lp2="http://apache.org/dav/props/">
<D:href>${path}</D:href>
<D:propstat>
<D:prop>
<lp1:getcontentlength>${size}</lp1:getcontentlength>
<lp1:resourcetype/>
</D:prop>
<D:status>HTTP/1.1 200 OK</D:status>
</D:propstat>
</D:response>
`;
}

function toFolderLine(path: string): string {
  return `<D:response xmlns:lp1="DAV:" xmlns:g0="DAV:">
<D:href>${path}</D:href>
<D:propstat>
<D:prop>
<lp1:resourcetype><D:collection/></lp1:resourcetype>
</D:prop>
<D:status>HTTP/1.1 200 OK</D:status>
</D:propstat>
<D:propstat>
<D:prop>
<g0:getcontentlength/>
</D:prop>
<D:status>HTTP/1.1 404 Not Found</D:status>
</D:propstat>
</D:response>
`;
}
