import { describeWebdav } from './describe-webdav';
import { startApache } from './servers/apache';

describeWebdav('Apache', startApache);
