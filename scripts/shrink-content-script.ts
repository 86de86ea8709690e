/**
 * How the content script is minified: harder than the pages, since it is injected into every page of the
 * web. Besides what terser does by itself, the names below are shortened. They are properties of our own
 * objects inside this one bundle: none is a member of the platform that the reader uses (a test watches that), a key of
 * the term index or of stored settings, a field of a message, or looked up by a string.
 */
import { type MinifyOptions, minify } from 'terser';
import type { Plugin } from 'vite';

/** The properties that are shortened. */
export const OWN_NAMES = [
  // lib/detect: views of the index, scan
  ...[
    'bitmap',
    'coldBits',
    'coldPrints',
    'pairs',
    'anchors',
    'hasAnchor',
    'wordHash',
    'wordClass',
    'classState',
    'stateEdge',
    'stateFallback',
    'partCount',
    'coldTerms',
    'wanted',
  ],
  ...['edgeLabel', 'edgeState', 'stateOutput', 'outputs', 'addParts', 'views'],
  ...['anyWord', 'firstFallback', 'memberStart', 'memberClass'],
  ...['offsets', 'opens', 'settle', 'rule', 'cues', 'grown', 'read', 'regime', 'isAimedAt'],
  // lib/page: the walk and its blocks
  ...['starts', 'nodes', 'onShadowRoot', 'onTorn', 'withQuiet'],
  // lib/reader: paint, hover, card host
  ...[
    'rectsOf',
    'hitAt',
    'heldBlocks',
    'quieten',
    'loadCards',
    'hearOfNotes',
    'pageScan',
    'readAllLater',
    'readAll',
    'refresh',
    'sweep',
    'repaint',
    'retell',
    'isNode',
  ],
  ...['navigated', 'guarded', 'atEnd', 'isSpent', 'mention', 'held', 'marks', 'later'],
  ...['paintedIn', 'spot', 'rect', 'paint', 'prepare', 'isHeld', 'isAlive', 'leave'],
  ...[
    'stay',
    'listen',
    'fail',
    'blocks',
    'tables',
    'answer',
    'address',
    'watch',
    'moveTo',
    'isShowDue',
    'former',
    'hide',
    'show',
    'frames',
    'loadParts',
  ],
];

/** How terser does it. */
export const CONTENT_SCRIPT_MINIFY: MinifyOptions = {
  ecma: 2020,
  toplevel: true,
  compress: {
    passes: 4,
    // Turned down and off: at their full strength both made the gzipped script larger.
    inline: 1,
    comparisons: false,
    ecma: 2020,
    unsafe_arrows: true,
    unsafe_methods: true,
    unsafe: true,
    unsafe_comps: true,
    unsafe_regexp: true,
    unsafe_math: true,
    unsafe_undefined: true,
    loops: false,
    keep_fargs: false,
    hoist_funs: true,
    pure_getters: 'strict',
  },
  format: { ecma: 2020 },
  // `builtins`: a name that some object of the platform also has, though none that we touch.
  mangle: {
    toplevel: true,
    properties: { builtins: true, regex: new RegExp(`^(?:${OWN_NAMES.join('|')})$`) },
  },
};

/**
 * Minified for what runs on every page, and nearly all of it: compiled at once, it is not parsed twice, nor in the middle
 * of the first scan.
 */
export const EAGER_MINIFY: MinifyOptions = {
  ...CONTENT_SCRIPT_MINIFY,
  format: { ...CONTENT_SCRIPT_MINIFY.format, ascii_only: true, preamble: '//# allFunctionsCalledOnLoad' },
};

/**
 * Vite puts a helper around each `import()`, which preloads what the module needs by elements in the page's head and tells
 * of failures by an event on the page's window. Ours import without it: nothing of ours is the page's business.
 */
export function importPlainly(): Plugin {
  return {
    name: 'sidelight:import-plainly',
    enforce: 'pre',
    load: (id) =>
      id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null,
    // Of what Vite has made of the `import()` itself, which is longer than what it says.
    renderChunk: (code) => code.replace(PRELOADED, '$1'),
  };
}

const PRELOADED =
  /__vitePreload\(async \(\) => \{\s*const \{[^}]*\} = await (import\([^)]*\));\s*return \{[^}]*\};\s*\}, __VITE_PRELOAD__\)/g;

/**
 * Joins and minifies the modules of a build. Chromium gives them another address in each session but resolves what one
 * imports of another against the lasting one, which it denies to pages: so each asks for the other's address. They are
 * minified with one memory of the shortened names, since they speak to each other with them.
 */
export function shrinkModules(): Plugin {
  return {
    name: 'sidelight:shrink-modules',
    async generateBundle(_options, bundle) {
      const nameCache: Record<string, unknown> = {};
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        // Only the names of properties are common: those of variables begin anew in each module.
        delete nameCache.vars;
        const joined = askForAddresses(file.code);
        const options = file.isEntry ? EAGER_MINIFY : CONTENT_SCRIPT_MINIFY;
        const { code = joined } = await minify(joined, { ...options, module: true, nameCache });
        if (/\b(?:from|import\()["'`]/.test(code)) throw new Error(`${file.fileName} imports by a path.`);
        file.code = code;
      }
    },
  };
}

/** The code with what it imports by a relative path imported by the address that the extension has in this session. */
function askForAddresses(code: string): string {
  const address = (path: string) => `chrome.runtime.getURL('${path}')`;
  return code
    .replace(/\bimport\("\.(\/[\w-]+\.js)"\)/g, (_, path) => `import(${address(path)})`)
    .replace(
      /^import \{(.+)\} from "\.(\/[\w-]+\.js)";$/gm,
      (_, names, path) => `const {${names.replaceAll(' as ', ': ')}} = await import(${address(path)});`,
    );
}
