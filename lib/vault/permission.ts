import { browser } from 'wxt/browser';
import type { Connection } from './connection';

/** Chromium's permission calls on a folder's handle, which TypeScript does not know. */
type FolderHandle = FileSystemDirectoryHandle & {
  queryPermission?(rights: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(rights: { mode: 'readwrite' }): Promise<PermissionState>;
};

/** Whether we may use the storage now: the reader can take the right back at any time, so it is asked before each round. */
export async function hasAccess(connection: Connection): Promise<boolean> {
  if (connection.kind === 'folder') {
    const handle: FolderHandle = connection.handle;
    // A browser without this question has folders of its own only, which need no right.
    return !handle.queryPermission || (await handle.queryPermission({ mode: 'readwrite' })) === 'granted';
  }
  const origins = toOrigins(connection);
  return origins.length === 0 || browser.permissions.contains({ origins });
}

/**
 * Asks the reader for that one host, or that one folder. To be called straight from a click: browsers refuse the
 * question after an await. `false` where the reader says no.
 */
export async function requestAccess(connection: Connection): Promise<boolean> {
  if (connection.kind === 'folder') {
    const handle: FolderHandle = connection.handle;
    if (!handle.requestPermission) return true;
    return (await handle.requestPermission({ mode: 'readwrite' })) === 'granted';
  }
  const origins = toOrigins(connection);
  return origins.length === 0 || browser.permissions.request({ origins });
}

/** The hosts that a connection speaks to, as match patterns. Firefox knows no port in them: the host's others are covered too. */
export function toOrigins(connection: Connection): string[] {
  if (connection.kind === 'webdav') return [toPattern(connection.url)];
  if (connection.kind === 's3') return [toPattern(connection.endpoint)];
  return [];
}

function toPattern(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}
