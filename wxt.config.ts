import { defineConfig } from 'wxt';
import { CONTENT_SCRIPT_MINIFY } from './scripts/shrink-content-script';

/**
 * WXT's frame around a content script announces its start to every page, by an event on the document and a
 * `postMessage`, both with the extension's id. Ours starts bare, without frame and definition: no page can tell
 * who reads along, and what only the manifest needs is not injected.
 */
function bareContentScript() {
  return {
    name: 'sidelight:bare-content-script',
    transform(_code: string, id: string) {
      const [, path] = id.split('virtual:wxt-content-script-isolated-world-entrypoint?');
      return (
        path &&
        `import { createBrowserPort } from '@/lib/reader/browser-port';
         import { startReader } from '@/lib/reader/session';
         startReader(document, createBrowserPort());`
      );
    },
  };
}

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  vite: () => ({ plugins: [bareContentScript()] }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.some(({ type }) => type === 'content-script')) return;
      config.build = { ...config.build, minify: 'terser', terserOptions: CONTENT_SCRIPT_MINIFY };
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    // storage: settings and the term index; unlimitedStorage: Chromium stops storage.local at 10 MB without it.
    permissions: ['storage', 'unlimitedStorage'],
    commands: {
      'next-mention': {
        suggested_key: { default: 'Alt+Shift+Period' },
        description: '__MSG_command_nextMention__',
      },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+Comma' },
        description: '__MSG_command_previousMention__',
      },
    },
    web_accessible_resources: [
      browser === 'firefox'
        ? { resources: ['card.html'], matches: ['http://*/*', 'https://*/*'] }
        : { resources: ['card.html'], matches: ['http://*/*', 'https://*/*'], use_dynamic_url: true },
    ],
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'sidelight@sidelight.example',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
    ...(browser !== 'firefox' && { minimum_chrome_version: '135' }),
  }),
  zip: { excludeSources: ['tests/**', 'scripts/**'] },
});
