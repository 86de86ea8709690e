import type { Fetch } from '@/lib/sync/remotes/http';
import { createWebdav } from '@/lib/sync/remotes/webdav';
import type { StartedRemote } from './contract';
import { startCuttingProxy } from './cutting-proxy';
import type { RunningServer } from './servers/serve';

/** The WebDAV remote on a server, through a proxy that can cut. */
export async function startWebdav(
  startServer: () => Promise<RunningServer>,
  fetch: Fetch,
): Promise<StartedRemote> {
  const server = await startServer();
  const proxy = await startCuttingProxy(server.port);
  const url = server.url.replace(`:${server.port}`, `:${proxy.port}`);
  return {
    remote: createWebdav({ url, user: server.user, password: server.password, fetch }),
    tear: proxy.cutNextPut,
    close: async () => {
      await proxy.close();
      await server.close();
    },
  };
}
