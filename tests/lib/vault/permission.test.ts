import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Connection } from '@/lib/vault/connection';
import { hasAccess, requestAccess, toOrigins } from '@/lib/vault/permission';

const webdav = (url: string): Connection => ({ kind: 'webdav', url, user: '', password: '' });
const s3 = (endpoint: string): Connection => ({
  kind: 's3',
  endpoint,
  region: 'r',
  bucket: 'b',
  prefix: '',
  accessKey: '',
  secretKey: '',
});

function folder(state: PermissionState): { connection: Connection; asked: string[] } {
  const asked: string[] = [];
  const handle = {
    kind: 'directory',
    queryPermission: async () => state,
    requestPermission: async ({ mode }: { mode: string }) => {
      asked.push(mode);
      return 'granted';
    },
  } as unknown as FileSystemDirectoryHandle;
  return { connection: { kind: 'folder', handle }, asked };
}

describe('the right to talk to a storage', () => {
  it.each([
    [
      webdav('https://cloud.example/remote.php/dav/files/me/'),
      ['https://cloud.example/*'],
      'one host, its scheme',
    ],
    [webdav('http://nas.local:5005/notes'), ['http://nas.local/*'], 'Firefox knows no port in a pattern'],
    [webdav('http://[::1]:8080/'), ['http://[::1]/*'], 'an address in brackets'],
    [s3('https://s3.eu.example:9000'), ['https://s3.eu.example/*'], 'path style: the bucket is no host'],
    [{ kind: 'browser-account' } as Connection, [], 'the browser itself carries it'],
  ])('%j asks for %j: %s', async (connection, origins) => {
    const asked: unknown[] = [];
    fakeBrowser.permissions.contains = (async (wanted: unknown) => asked.push(wanted) > 2) as never;
    fakeBrowser.permissions.request = (async (wanted: unknown) => asked.push(wanted) > 0) as never;
    expect(toOrigins(connection)).toEqual(origins);
    expect(await hasAccess(connection)).toBe(origins.length === 0);
    expect(await requestAccess(connection)).toBe(true);
    expect(asked).toEqual(origins.length === 0 ? [] : [{ origins }, { origins }]);
  });

  it('is asked for before anything is awaited, so that the click still counts', () => {
    const asked: unknown[] = [];
    fakeBrowser.permissions.request = ((wanted: unknown) => Promise.resolve(asked.push(wanted) > 0)) as never;
    void requestAccess(webdav('https://cloud.example/'));
    expect(asked).toHaveLength(1);
  });

  it('of a folder lives in its handle', async () => {
    expect(await hasAccess(folder('granted').connection)).toBe(true);
    const { connection, asked } = folder('prompt');
    expect(await hasAccess(connection)).toBe(false);
    expect(await requestAccess(connection)).toBe(true);
    expect(asked).toEqual(['readwrite']);
  });
});
