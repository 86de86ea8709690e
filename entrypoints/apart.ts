import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveWorks } from '@/lib/apart/serve-works';

/** The thread beside a page of ours, which does what would hold the page up. */
export default defineUnlistedScript(() => serveWorks(self));
