import { join } from 'node:path';
import { findPort, findProgram, makeHome, READER, type RunningServer, startProgram } from './serve';

/** sabre/dav, the library under Nextcloud, ownCloud and Baïkal, in PHP's own server. */
export async function startSabre(): Promise<RunningServer> {
  const command = findProgram('php', 'php-cli, php-sabre-dav, php-xml and php-mbstring');
  const port = await findPort();
  const home = await makeHome({ 'files/notes': null, locks: null, 'server.php': SERVER });
  const args = [
    '-d',
    'display_errors=0',
    '-d',
    'log_errors=0',
    '-S',
    `127.0.0.1:${port}`,
    join(home, 'server.php'),
  ];
  const env = { PHP_CLI_SERVER_WORKERS: '4', SABRE_USER: READER.user, SABRE_PASSWORD: READER.password };
  const program = await startProgram({ command, args, env, home, port });
  const url = `http://127.0.0.1:${port}/notes/`;
  return { url, port, ...READER, files: join(home, 'files/notes'), close: program.close };
}

const SERVER = `<?php
date_default_timezone_set('UTC');
require_once 'Sabre/autoload.php';

class Readers extends Sabre\\DAV\\Auth\\Backend\\AbstractBasic {
  protected function validateUserPass($user, $password) {
    return $user === getenv('SABRE_USER') && $password === getenv('SABRE_PASSWORD');
  }
}

$server = new Sabre\\DAV\\Server(new Sabre\\DAV\\FSExt\\Directory(__DIR__ . '/files'));
$server->setBaseUri('/');
$server->addPlugin(new Sabre\\DAV\\Auth\\Plugin(new Readers(), 'notes'));
$server->addPlugin(new Sabre\\DAV\\Locks\\Plugin(new Sabre\\DAV\\Locks\\Backend\\File(__DIR__ . '/locks/all')));
$server->exec();
`;
