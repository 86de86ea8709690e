import type { browser } from 'wxt/browser';

/** Both browsers have it by this name; WXT's own asks for it at once, and that alone takes half a millisecond. */
declare const chrome: typeof browser;

/**
 * All that is injected into a page. The reader itself is a module of the extension, imported into the content script's
 * world once the page has had its turn: fetched and compiled beside the page's own work, unseen by the page and out of
 * reach of its policies.
 */
export function loadReader(): void {
  setTimeout(() => {
    // Where the extension was removed meanwhile there is nothing to import, and nobody to tell.
    import(/* @vite-ignore */ chrome.runtime.getURL('/reader-main.js')).catch(() => {});
  });
}
