import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import FileSystemAdapter from '@nephele/adapter-file-system';
import NoAuthenticator from '@nephele/authenticator-none';
import createNephele from 'nephele';
import { findPort, makeHome, type RunningServer } from './serve';

/** nephele, in this process: keeps what a cut upload left; needs no password. */
export async function startNephele(): Promise<RunningServer> {
  const port = await findPort();
  const home = await makeHome({ 'files/notes': null });
  const adapter = new FileSystemAdapter({ root: join(home, 'files') });
  const server = createServer(createNephele({ adapter, authenticator: new NoAuthenticator() }));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}/notes/`,
    port,
    user: '',
    password: '',
    files: join(home, 'files/notes'),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(home, { recursive: true, force: true });
    },
  };
}
