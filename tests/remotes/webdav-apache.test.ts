import { describeRemote } from './contract';
import { startApache } from './servers/apache';
import { startWebdav } from './start-webdav';

describeRemote('Apache', (fetch) => startWebdav(startApache, fetch));
