import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveWorks } from '@/lib/apart/serve-works';

/** The thread beside a page of ours, in which what would hold the page up is done. */
export default defineUnlistedScript(() => serveWorks(self));
