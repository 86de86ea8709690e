/**
 * Finds the browsers that the demo and the tests drive, or gets them. Built-ins of Node 20 only.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {'chromium' | 'firefox'} BrowserName */

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const CACHE = join(ROOT, '.cache', 'browsers');

const NAMES = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ],
  firefox: ['firefox-esr', 'firefox'],
};

const PLACES = {
  chromium: {
    darwin: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [
      'Chromium/Application/chrome.exe',
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ],
  },
  firefox: {
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: ['Mozilla Firefox/firefox.exe'],
  },
};

const VARIABLES = { chromium: 'CHROME_PATH', firefox: 'FIREFOX_PATH' };

/**
 * Path of an installed browser, or null. `CHROME_PATH` and `FIREFOX_PATH` come first; what they name must exist.
 * @param {BrowserName} name
 * @returns {string | null}
 */
export function findBrowser(name) {
  const chosen = process.env[VARIABLES[name]];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`${VARIABLES[name]} names ${chosen}, where there is no file.`);
  }
  for (const path of candidates(name)) if (existsSync(path)) return path;
  return null;
}

/** @param {BrowserName} name */
function candidates(name) {
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const installed = roots.flatMap((root) =>
      root ? PLACES[name].win32.map((place) => join(root, place)) : [],
    );
    return [...installed, ...downloaded(name)];
  }
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/usr/local/bin', '/snap/bin');
  const onPath = NAMES[name].flatMap((file) => folders.map((folder) => join(folder, file)));
  const places = process.platform === 'darwin' ? PLACES[name].darwin : [];
  const own = places.map((place) => join(homedir(), place));
  return [...places, ...own, ...onPath, ...downloaded(name)];
}

/** What an earlier run got through @puppeteer/browsers: `.cache/browsers/<browser>/<build>/…`. */
function downloaded(name) {
  const folder = join(CACHE, name === 'chromium' ? 'chrome' : 'firefox');
  if (!existsSync(folder)) return [];
  const wanted = /(?:^|[\\/])(?:chrome|chrome\.exe|Google Chrome for Testing|firefox|firefox\.exe)$/;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/**
 * Path of a browser that is installed or that this call gets: by apt on Debian as root, elsewhere by
 * @puppeteer/browsers into `.cache/browsers`. Throws with a sentence when neither works.
 * @param {BrowserName} name
 * @param {string} node the Node 24 of node_modules, which @puppeteer/browsers needs
 * @returns {string}
 */
export function ensureBrowser(name, node) {
  const found = findBrowser(name);
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) installByApt(name);
  else installByPuppeteer(name, node);
  const got = findBrowser(name);
  if (got) return got;
  const label = name === 'chromium' ? 'Chromium, Chrome or Edge' : 'Firefox';
  throw new Error(
    `No ${label} found and none could be installed; install one, or set ${VARIABLES[name]} to its path.`,
  );
}

/** @param {BrowserName} name */
function installByApt(name) {
  const packages = name === 'chromium' ? ['chromium', 'fonts-noto-cjk'] : ['firefox-esr'];
  console.error(`Installing ${packages.join(' and ')} with apt …`);
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  if (apt(install)) return;
  // A new machine has no package lists yet, or old ones.
  apt(['update', '-qq']);
  apt(install);
}

/** @param {string[]} args */
function apt(args) {
  const done = spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  return done.status === 0;
}

/**
 * @param {BrowserName} name
 * @param {string} node
 */
function installByPuppeteer(name, node) {
  const build = name === 'chromium' ? 'chrome@stable' : 'firefox@esr';
  console.error(`Getting ${build} …`);
  const cli = join(ROOT, 'node_modules', '@puppeteer', 'browsers', 'lib', 'main-cli.js');
  spawnSync(node, [cli, 'install', build, '--path', CACHE], { stdio: ['ignore', 'ignore', 'inherit'] });
}
