import { browser } from 'wxt/browser';
import { AppError } from '@/lib/model/app-error';
import type { Remote } from '@/lib/sync/remote';
import { createBrowserAccount } from '@/lib/sync/remotes/browser-account';
import { createFolder } from '@/lib/sync/remotes/folder';
import { createS3 } from '@/lib/sync/remotes/s3';
import { createWebdav } from '@/lib/sync/remotes/webdav';
import type { Connection } from './connection';

/** The remote that a connection leads to. Asks nothing of it yet. */
export function openRemote(connection: Connection): Remote {
  switch (connection.kind) {
    case 'webdav':
      return createWebdav(connection);
    case 's3':
      return createS3(connection);
    case 'folder':
      return createFolder(connection.handle);
    case 'browser-account':
      // A browser may be built, or told, to have none.
      if (!browser.storage.sync) throw new AppError('remote-absent');
      return createBrowserAccount(browser.storage.sync);
  }
}
