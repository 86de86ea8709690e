import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/** By this WXT knows that there is such a module; what it builds is the module alone (see `wxt.config.ts`). */
export default defineUnlistedScript(async () => {
  await import('@/lib/reader/begin-reader');
});
