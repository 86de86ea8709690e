import { join } from 'node:path';
import { findPort, findProgram, makeHome, READER, type RunningServer, startProgram } from './serve';

/** nginx with its own WebDAV module for PUT, MKCOL and DELETE, and dav-ext for PROPFIND. */
export async function startNginx(): Promise<RunningServer> {
  const command = findProgram('nginx', 'nginx-light and libnginx-mod-http-dav-ext');
  const port = await findPort();
  const home = await makeHome({
    'www/dav/notes': null,
    temp: null,
    passwords: `${READER.user}:{PLAIN}${READER.password}\n`,
    'nginx.conf': toConfig(port),
  });
  const args = ['-p', home, '-c', join(home, 'nginx.conf'), '-e', join(home, 'error.log')];
  const program = await startProgram({ command, args, home, port });
  const url = `http://127.0.0.1:${port}/dav/notes/`;
  return { url, port, ...READER, files: join(home, 'www/dav/notes'), close: program.close };
}

const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

const toConfig = (port: number) => `
load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;
daemon off;
worker_processes 2;
pid nginx.pid;
events {}
http {
  access_log off;
  client_max_body_size 0;
  ${TEMPORARY.map((name) => `${name}_temp_path temp/${name};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    root www;
    location /dav/ {
      auth_basic notes;
      auth_basic_user_file passwords;
      dav_methods PUT DELETE MKCOL;
      dav_ext_methods PROPFIND OPTIONS;
    }
  }
}
`;
