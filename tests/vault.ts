/** A storage in memory and an installation connected to it, for tests of the vault. */
import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listNotes } from '@/lib/db/notes';
import { AppError } from '@/lib/model/app-error';
import type { VaultName } from '@/lib/model/vault-name';
import type { Derive } from '@/lib/sync/key-file';
import type { Remote } from '@/lib/sync/remote';
import { connectTo } from '@/lib/vault/connect';
import type { Connection } from '@/lib/vault/connection';
import { type RoundOptions, runDueRound, runVaultRound } from '@/lib/vault/run-round';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

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

/** Lets a remote refuse what is longer than asked for, as every one of the product does. */
export function bound(remote: MapRemote): MapRemote {
  const get = remote.get;
  remote.get = async (path, options) => {
    const bytes = await get(path, options);
    if (bytes && options.first === undefined && bytes.byteLength > options.most)
      throw new AppError('remote-too-large');
    return bytes;
  };
  return remote;
}

/** A derivation that costs nothing: the work is tested where it is done. */
export const quickDerive: Derive = async (passphrase, kdf) => {
  const salted = new Uint8Array([...passphrase, ...new TextEncoder().encode(JSON.stringify(kdf))]);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', salted));
};

/** A server of the reader's, with a password that is found wherever it leaks. */
export const server: Connection = {
  kind: 'webdav',
  url: 'https://cloud.example/notes/',
  user: 'reader',
  password: 'geheim-7319',
};

/** A line without limits. */
export const network = { isOffline: false, isMetered: false };

/** In milliseconds. */
export const MINUTE = 60_000;

const rights = { granted: true };

/** Says whether the browser lets us talk to the server. */
export function grant(granted: boolean): void {
  rights.granted = granted;
}

/** Before each test: an empty installation in a browser that grants what it is asked. */
export function layVaultBed(): void {
  emptyDatabaseBeforeEach();
  beforeEach(() => {
    grant(true);
    fakeBrowser.permissions.contains = (async () => rights.granted) as never;
    fakeBrowser.runtime.getPlatformInfo = (async () => ({})) as never;
  });
}

/** Connects this installation to the remote. */
export function enter(
  remote: MapRemote,
  passphrase: string | null = null,
  connection: Connection = server,
  vault: VaultName = 'own',
): Promise<void> {
  return connectTo(connection, remote, { passphrase, derive: quickDerive }, vault);
}

/** A round that the reader asks for and agrees to. */
export function click(remote: MapRemote, rest: Partial<RoundOptions> = {}) {
  return runVaultRound({ trigger: 'click', isApproved: true, open: () => remote, ...rest });
}

/** A round that begins by itself, if it may. */
export function due(remote: MapRemote, trigger: 'edit' | 'alarm' | 'start' | 'online', nowMs = Date.now()) {
  return runDueRound(trigger, { network, nowMs, open: () => remote });
}

/** The texts of all notes of a vault here, sorted. */
export async function bodies(vault: VaultName = 'own'): Promise<string[]> {
  return (await listNotes(vault)).map((note) => note.body).sort();
}

/** Names of the remote's files that fit. */
export function filesOf(remote: MapRemote, pattern: RegExp): string[] {
  return [...remote.files.keys()].filter((name) => pattern.test(name));
}

/** All bytes of the remote, as letters. */
export function textOf(remote: MapRemote): string {
  return [...remote.files.values()].map((bytes) => new TextDecoder('latin1').decode(bytes)).join('\n');
}
