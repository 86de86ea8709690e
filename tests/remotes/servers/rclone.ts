import { join } from 'node:path';
import { findPort, findProgram, makeHome, READER, type RunningServer, startProgram } from './serve';

/** `rclone serve webdav`: keeps what a cut upload left, under the file's own name. */
export async function startRclone(): Promise<RunningServer> {
  const command = findProgram('rclone', 'rclone');
  const port = await findPort();
  const home = await makeHome({ 'files/notes': null });
  const args = ['serve', 'webdav', join(home, 'files'), '--addr', `127.0.0.1:${port}`, '--config', ''];
  const access = ['--user', READER.user, '--pass', READER.password];
  const program = await startProgram({ command, args: [...args, ...access], home, port });
  const url = `http://127.0.0.1:${port}/notes/`;
  return { url, port, ...READER, files: join(home, 'files/notes'), close: program.close };
}
