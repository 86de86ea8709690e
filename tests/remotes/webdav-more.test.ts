import { describe } from 'vitest';
import { describeWebdav } from './describe-webdav';
import { startNephele } from './servers/nephele';
import { startNginx } from './servers/nginx';
import { startRclone } from './servers/rclone';
import { startSabre } from './servers/sabre';

// Not in every `npm test`: their programs are installed by `npm run test:remotes`.
describe.runIf(process.env.SIDELIGHT_REMOTES === 'all')('', () => {
  describeWebdav('nginx', startNginx);
  describeWebdav('rclone', startRclone);
  describeWebdav('sabre/dav', startSabre);
  describeWebdav('nephele', startNephele);
});
