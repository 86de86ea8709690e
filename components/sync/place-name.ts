import { i18n } from '#i18n';
import type { Connection } from '@/lib/vault/connection';

/** Host that the browser is asked about, with its port; the folder's name for a folder; empty where nothing is asked. */
export function accessName(connection: Connection): string {
  switch (connection.kind) {
    case 'browser-account':
      return '';
    case 'folder':
      return connection.handle.name;
    case 'webdav':
      return hostOf(connection.url);
    case 's3':
      return hostOf(connection.endpoint);
  }
}

/** Where the notes live, host and folder: never a name, password or key. */
export function placeName(connection: Connection): string {
  switch (connection.kind) {
    case 'browser-account':
      return i18n.t('sync.where.account');
    case 'folder':
      return connection.handle.name;
    case 'webdav': {
      const { pathname } = new URL(connection.url);
      return `${hostOf(connection.url)}${decode(pathname).replace(/\/$/, '')}`;
    }
    case 's3': {
      const folder = [connection.bucket, connection.prefix].filter((part) => part !== '').join('/');
      return `${hostOf(connection.endpoint)}/${folder}`;
    }
  }
}

function hostOf(address: string): string {
  return new URL(address).host;
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    // Percent signs that are no UTF-8: shown as they are typed.
    return path;
  }
}
