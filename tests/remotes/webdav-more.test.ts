import { describe } from 'vitest';
import { describeRemote } from './contract';
import { startNephele } from './servers/nephele';
import { startNginx } from './servers/nginx';
import { startRclone } from './servers/rclone';
import { startSabre } from './servers/sabre';
import { startWebdav } from './start-webdav';

// Not in every `npm test`: their programs are installed by `npm run test:remotes`.
describe.runIf(process.env.SIDELIGHT_REMOTES === 'all')('', () => {
  describeRemote('nginx', (fetch) => startWebdav(startNginx, fetch));
  describeRemote('rclone', (fetch) => startWebdav(startRclone, fetch));
  describeRemote('sabre/dav', (fetch) => startWebdav(startSabre, fetch));
  describeRemote('nephele', (fetch) => startWebdav(startNephele, fetch));
});
