import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { findPort, findProgram, makeHome, READER, type RunningServer, startProgram } from './serve';

/** An Apache that can be killed, and started again on the same port and files. */
export type RunningApache = RunningServer & { kill(): Promise<void>; restart(): Promise<void> };

/** Apache's mod_dav with Basic authentication, as on many a web host. */
export async function startApache(): Promise<RunningApache> {
  const command = findProgram('apache2', 'apache2-bin');
  const port = await findPort();
  const hash = createHash('sha1').update(READER.password).digest('base64');
  const home = await makeHome({
    'www/dav/notes': null,
    passwords: `${READER.user}:{SHA}${hash}\n`,
    'apache.conf': toConfig(port),
  });
  const args = ['-DFOREGROUND', '-d', home, '-f', join(home, 'apache.conf')];
  const start = () => startProgram({ command, args, home, port });
  let program = await start();
  return {
    url: `http://127.0.0.1:${port}/dav/notes/`,
    port,
    ...READER,
    files: join(home, 'www/dav/notes'),
    kill: () => program.kill(),
    async restart() {
      program = await start();
    },
    close: () => program.close(),
  };
}

const MODULES = [
  'mpm_event',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'auth_basic',
  'dav',
  'dav_fs',
  'dav_lock',
];

const toConfig = (port: number) => `
${MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile apache.pid
ErrorLog error.log
DefaultRuntimeDir .
Mutex file:. default
DocumentRoot www
DavLockDB locks
StartServers 1
ThreadsPerChild 25
KeepAliveTimeout 5
<Directory />
  Require all denied
</Directory>
<Location /dav>
  Dav On
  AuthType Basic
  AuthName notes
  AuthUserFile passwords
  Require valid-user
</Location>
`;
