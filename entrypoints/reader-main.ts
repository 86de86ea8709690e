import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createBrowserPort } from '@/lib/reader/browser-port';
import { startReader } from '@/lib/reader/session';

export default defineUnlistedScript(() => startReader(document, createBrowserPort()));
