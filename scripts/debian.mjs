/**
 * Gets the servers that the tests run, on Debian and what descends from it. Built-ins of Node 20 only.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Installs those of the packages that are missing. Throws a sentence that names them where it cannot: not root,
 * not Debian, or apt failed.
 * @param {string[]} packages
 */
export function installDebian(packages) {
  const missing = findMissing(packages);
  if (missing.length === 0) return;
  const names = missing.join(' ');
  if (!existsSync('/usr/bin/apt-get'))
    throw new Error(`The tests need these Debian packages, or what they hold: ${names}.`);
  if (process.getuid?.() !== 0)
    throw new Error(`The tests need packages that only root can install: apt-get install ${names}`);
  console.error(`Installing ${names} with apt …`);
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...missing];
  // A new machine has no package lists yet, or old ones.
  const failure = apt(install) && (apt(['update', '-qq']) || apt(install));
  const left = findMissing(missing);
  if (left.length > 0)
    throw new Error(`apt could not install ${left.join(' ')}: ${failure ?? 'no reason given'}`);
}

/** @param {string[]} packages */
function findMissing(packages) {
  return packages.filter((name) => {
    const done = spawnSync('dpkg-query', ['-s', name], {
      stdio: ['ignore', 'pipe', 'ignore'],
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    return !/^Status: \S+ \S+ installed$/m.test(done.stdout ?? '');
  });
}

/**
 * What apt complained of, or null when all went well.
 * @param {string[]} args
 * @returns {string | null}
 */
function apt(args) {
  const done = spawnSync('apt-get', args, {
    // RUNLEVEL 1: the packages' own services stay off, the tests start theirs.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  return done.status === 0 ? null : (done.stderr || String(done.error ?? done.status)).trim().slice(-500);
}
