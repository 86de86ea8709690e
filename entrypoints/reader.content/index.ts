import { defineContentScript } from 'wxt/utils/define-content-script';
import { createBrowserPort } from '@/lib/reader/browser-port';
import { startReader } from '@/lib/reader/session';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  main() {
    startReader(document, createBrowserPort());
  },
});
