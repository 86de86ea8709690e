import { AppError } from '@/lib/model/app-error';
import type { Remote } from '@/lib/sync/remote';
import { createWebdav } from '@/lib/sync/remotes/webdav';
import type { Connection } from './connection';

/** The remote that a connection leads to. Asks nothing of it yet. */
export function openRemote(connection: Connection): Remote {
  switch (connection.kind) {
    case 'webdav':
      return createWebdav(connection);
    default:
      throw new AppError('unexpected', { detail: connection.kind });
  }
}
