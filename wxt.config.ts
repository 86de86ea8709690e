import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { BuildOptions, Rolldown } from 'vite';
import { defineConfig, type ResolvedPublicFile, type WxtViteConfig } from 'wxt';
import { joinFirstView } from './scripts/join-first-view';
import { composePaintSheet, PAINT_SHEET_FILE } from './scripts/paint-sheet';
import { importPlainly, shrinkModules } from './scripts/shrink-content-script';

/**
 * WXT's frame around a content script announces its start to every page, by an event on the document and a
 * `postMessage`, both with the extension's id. Ours starts bare, without frame and definition: no page can tell
 * who reads along, and what only the manifest needs is not injected.
 */
function bareContentScript() {
  return {
    name: 'sidelight:bare-content-script',
    transform(code: string, id: string) {
      // What only `npm run detect -- --explain` hears is not carried onto every page.
      if (/\/lib\/detect\/(?:judge|regimes\/opened-topic|scan)\.ts$/.test(id)) {
        return code.replace(TRACED, '').replace(/return '\w+';/g, 'return 1;');
      }
      return id.includes('virtual:wxt-content-script-isolated-world-entrypoint')
        ? `import { loadReader } from '@/lib/reader/load-reader'; loadReader();`
        : null;
    },
  };
}

const TRACED = /^\s*(?:(?:trace\?\.\w+|decided\?\.)\([^;]*\);|if \(trace\) [^;]*;|trace\?\.decided,)$/gm;

function buildAsRelease(config: WxtViteConfig & { mode?: string }): void {
  process.env.NODE_ENV = 'production';
  config.mode = 'production';
  if (config.define?.['process.env.NODE_ENV']) config.define['process.env.NODE_ENV'] = '"production"';
}

/** The reader as modules, so that a page loads of it what it needs; WXT would make one classic script of it. */
function buildAsModules(config: WxtViteConfig): void {
  config.build = {
    ...config.build,
    lib: false,
    minify: false,
    modulePreload: false,
    rolldownOptions: {
      input: { 'reader-main': '@/lib/reader/begin-reader' },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'reader-[name].js' },
    },
  };
  config.plugins?.push(importPlainly(), shrinkModules());
}

/** The pages' modules, split so that the card has few to load. */
function splitForCard(config: WxtViteConfig): void {
  const { rolldownOptions } = config.build ?? {};
  const codeSplitting = joinFirstView(join(import.meta.dirname, 'entrypoints/card/index.html'));
  const output: Rolldown.OutputOptions = {
    ...(rolldownOptions?.output as Rolldown.OutputOptions),
    codeSplitting,
    // A browser keeps a file with one letter beyond ASCII at two bytes for each of its letters, and is slower to read it.
    charset: 'ascii',
  };
  const modulePreload: BuildOptions['modulePreload'] = {
    polyfill: false,
    // Modules lie beside the page: naming ahead what each one imports weighs more than it saves. Style sheets stay.
    resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
  };
  config.build = { ...config.build, modulePreload, rolldownOptions: { ...rolldownOptions, output } };
}

/** Puts the shipped pack into the package in the form that installs at once, instead of its folder. */
function bundleShippedPack(folder: string, files: ResolvedPublicFile[]): void {
  const bundler = ['--import', './scripts/alias-loader.mjs', 'scripts/packs/bundle.ts', folder];
  const names = execFileSync(process.execPath, bundler, { cwd: import.meta.dirname, encoding: 'utf8' });
  const others = files.filter(({ relativeDest }) => !relativeDest.startsWith('packs'));
  const bundled = names.trim().split('\n');
  const added = bundled.map((file) => ({ absoluteSrc: join(folder, file), relativeDest: file }));
  files.splice(0, files.length, ...others, ...added);
}

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  vite: () => ({ plugins: [bareContentScript()] }),
  hooks: {
    'build:publicAssets': ({ config: { browser, wxtDir } }, files) => {
      bundleShippedPack(wxtDir, files);
      files.push({ relativeDest: PAINT_SHEET_FILE, contents: composePaintSheet(browser !== 'firefox') });
    },
    'build:manifestGenerated': ({ config: { browser } }, manifest) => {
      for (const script of manifest.content_scripts ?? []) {
        script.css = [PAINT_SHEET_FILE];
        // A sheet of the reader's, unlike one of the page's, holds in shadow roots too; in Chromium these inherit.
        if (browser === 'firefox') Object.assign(script, { css_origin: 'user' });
      }
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      // The tests' build is the release in everything but its manifest; Vite would build it for development.
      if (config.mode === 'e2e') buildAsRelease(config);
      if (entrypoints.some(({ name }) => name === 'reader-main')) buildAsModules(config);
      if (entrypoints.some(({ name }) => name === 'card')) splitForCard(config);
    },
  },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    // storage: settings and the term index; unlimitedStorage: Chromium stops storage.local at 10 MB without it;
    // alarms: rounds of sync also when no page of ours is open; contextMenus: "Look up" and "Note" on a selection. For the panel
    // Chromium wants sidePanel, which WXT adds there.
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'contextMenus'],
    omnibox: { keyword: 'side' },
    // Asked for one by one, when the reader connects a server of his own: which one, nobody knows before.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    // The tests' build, and nothing but this line in it: no driver can answer the browser's own question.
    ...(mode === 'e2e' && { host_permissions: ['http://127.0.0.1/*'] }),
    // wasm: Argon2id, which makes a key of a passphrase. Named in full, it also lacks what Firefox would add,
    // `upgrade-insecure-requests`: a server at home often has no certificate.
    content_security_policy: {
      extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self';",
    },
    commands: {
      'next-mention': {
        suggested_key: { default: 'Alt+Shift+Period' },
        description: '__MSG_command_nextMention__',
      },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+Comma' },
        description: '__MSG_command_previousMention__',
      },
      'note-passage': {
        suggested_key: { default: 'Alt+Shift+N' },
        description: '__MSG_command_notePassage__',
      },
    },
    web_accessible_resources: [
      {
        // The card's frame, and the modules that content scripts import. In Chromium under an address of each session;
        // Firefox gives the extension another one in each profile.
        resources: ['card.html', 'reader-*.js'],
        matches: ['http://*/*', 'https://*/*'],
        ...(browser !== 'firefox' && { use_dynamic_url: true }),
      },
    ],
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'sidelight@sidelight.example',
          strict_min_version: '153.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
    ...(browser !== 'firefox' && { minimum_chrome_version: '140' }),
  }),
  zip: { excludeSources: ['tests/**', 'scripts/**'] },
});
