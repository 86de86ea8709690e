import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fetch } from '@/lib/sync/remotes/http';
import { createWebdav } from '@/lib/sync/remotes/webdav';
import { describeRemote, type StartedRemote } from './contract';
import { startCuttingProxy } from './cutting-proxy';
import type { RunningServer } from './servers/serve';

/** The suite of every remote, and what is asked of WebDAV alone, on one server. */
export function describeWebdav(name: string, startServer: () => Promise<RunningServer>): void {
  describeRemote(name, (fetch) => startWebdav(startServer, fetch));

  describe(`${name}, as a WebDAV server`, () => {
    let server: RunningServer;
    beforeAll(async () => {
      server = await startServer();
    });
    afterAll(() => server?.close());

    it('has the folder of the address made where it is not there', async () => {
      const remote = createWebdav({ ...server, url: `${server.url}Sidelight notes/` });
      expect(await remote.list('')).toEqual([]);
      await remote.put('vault.json', new Uint8Array(3));
      expect(await remote.list('')).toMatchObject([{ name: 'vault.json', size: 3 }]);
    });

    it('is told absent by a put where the folder above the address is not there, and empty by a listing', async () => {
      const remote = createWebdav({ ...server, url: `${server.url}not/there/` });
      expect(await remote.list('')).toEqual([]);
      await expect(remote.put('vault.json', new Uint8Array(3))).rejects.toMatchObject({
        code: 'remote-absent',
      });
      expect(await createWebdav(server).list('')).toEqual([]);
    });

    it('refuses a wrong password for every verb', async ({ skip }) => {
      if (server.user === '') return skip('this server asks for no password');
      const remote = createWebdav({ ...server, password: `${server.password}!` });
      const denied = { code: 'remote-denied', retryable: false };
      await expect(remote.list('')).rejects.toMatchObject({ ...denied, detail: 'PROPFIND' });
      await expect(remote.get('a', { most: 9 })).rejects.toMatchObject({ ...denied, detail: 'GET' });
      await expect(remote.put('a', new Uint8Array())).rejects.toMatchObject({ ...denied, detail: 'PUT' });
      await expect(remote.delete('a')).rejects.toMatchObject({ ...denied, detail: 'DELETE' });
    });

    it('tells its time', async () => {
      const remote = createWebdav(server);
      await remote.list('');
      expect(Math.abs((remote.serverTimeMs ?? 0) - Date.now())).toBeLessThan(5_000);
    });
  });
}

/** The WebDAV remote on a server, through a proxy that can cut. */
async function startWebdav(startServer: () => Promise<RunningServer>, fetch: Fetch): Promise<StartedRemote> {
  const server = await startServer();
  const proxy = await startCuttingProxy(server.port);
  const url = server.url.replace(`:${server.port}`, `:${proxy.port}`);
  return {
    remote: createWebdav({ ...server, url, fetch }),
    tear: proxy.cutNextPut,
    close: async () => {
      await proxy.close();
      await server.close();
    },
  };
}
