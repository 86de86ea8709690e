import { defineContentScript } from 'wxt/utils/define-content-script';
import { loadReader } from '@/lib/reader/load-reader';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  allFrames: true,
  // Frames without an address of their own (`srcdoc`, `about:blank`) are as much of the page as the others.
  matchOriginAsFallback: true,
  main: loadReader,
});
