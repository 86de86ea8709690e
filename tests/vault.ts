/** A storage in memory and an installation connected to it, for tests of the vault. */

import type { Derive } from '@/lib/sync/key-file';
import type { Remote } from '@/lib/sync/remote';

/** A remote of files in a map, which a test may look at and alter. */
export type MapRemote = Remote & { files: Map<string, Uint8Array>; requests: string[] };

/** An empty one. `fail` may throw for a request ("put name"). */
export function createMapRemote(fail: (request: string) => void = () => {}): MapRemote {
  const files = new Map<string, Uint8Array>();
  const requests: string[] = [];
  const ask = (request: string) => {
    requests.push(request);
    fail(request);
  };
  return {
    files,
    requests,
    serverTimeMs: null,
    async list(folder) {
      ask(`list ${folder}`);
      const prefix = folder === '' ? '' : `${folder}/`;
      const names = new Map<string, number | null>();
      for (const [path, bytes] of files) {
        if (!path.startsWith(prefix)) continue;
        const [name = '', ...deeper] = path.slice(prefix.length).split('/');
        names.set(name, deeper.length > 0 ? null : bytes.byteLength);
      }
      return [...names].map(([name, size]) => ({ name, size, isFolder: size === null }));
    },
    async get(path, { first }) {
      ask(`get ${path}`);
      return files.get(path)?.slice(0, first) ?? null;
    },
    async put(path, bytes) {
      ask(`put ${path}`);
      files.set(path, bytes.slice());
    },
    async delete(path) {
      ask(`delete ${path}`);
      files.delete(path);
    },
  };
}

/** A derivation that costs nothing: the work is tested where it is done. */
export const quickDerive: Derive = async (passphrase, kdf) => {
  const salted = new Uint8Array([...passphrase, ...new TextEncoder().encode(JSON.stringify(kdf))]);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', salted));
};
