/**
 * What every command does first, on nothing but built-ins of Node 20: installs the dependencies where they
 * do not match the lockfile, and then hands over to the Node 24 that is one of them (`process.execPath` stays
 * whatever npm was started with).
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const MODULES = join(ROOT, 'node_modules');

/** The Node of node_modules. */
export const NODE = join(MODULES, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Installs what the lockfile names, unless it is there already. Throws a sentence when npm fails. */
export function installDependencies() {
  if (isInstalled()) return;
  console.error('Installing dependencies …');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const options = { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] };
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (done.status !== 0) throw new Error('npm ci failed: the dependencies could not be installed.');
  if (!existsSync(NODE))
    throw new Error('npm ci left no Node 24 in node_modules: its install script was not run.');
}

/** Whether node_modules holds what the lockfile names, by npm's own record of it. */
function isInstalled() {
  const record = join(MODULES, '.package-lock.json');
  if (!existsSync(record) || !existsSync(NODE)) return false;
  const wanted = readPackages(join(ROOT, 'package-lock.json'));
  const present = readPackages(record);
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '') return true;
    const installed = present[place];
    return installed ? installed.version === entry.version : entry.optional === true;
  });
}

/** @param {string} path */
function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}

/**
 * Runs a script under Node 24 with this process's input and output; the answer is its exit code.
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function runOnNode24(args) {
  const bin = join(MODULES, '.bin');
  const separator = process.platform === 'win32' ? ';' : ':';
  const child = spawn(NODE, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${dirname(NODE)}${separator}${bin}${separator}${process.env.PATH ?? ''}` },
  });
  // A terminal sends Ctrl+C to both: the child decides, we wait for it.
  const ignore = () => undefined;
  process.on('SIGINT', ignore);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/**
 * Runs a command's body; a failure ends the process with its one sentence and exit code 1.
 * @param {() => Promise<number>} body
 */
export async function main(body) {
  try {
    process.exitCode = await body();
  } catch (failure) {
    console.error(failure instanceof Error ? failure.message : String(failure));
    process.exitCode = 1;
  }
}
