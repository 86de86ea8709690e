/** The build that most of these tests run must be the one that readers get. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtExtension } from '@/scripts/drive/launch';
import { BROWSERS } from './browser';

function readBuild(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(names.map((name) => [name.slice(folder.length + 1), readFileSync(name, 'latin1')]));
}

describe.each(BROWSERS)('the build for tests in %s', (name) => {
  const release = readBuild(builtExtension(name));
  const forTests = readBuild(builtExtension(name, 'e2e'));

  it('has the files of the release, byte by byte, but for the manifest', () => {
    expect([...forTests.keys()].sort()).toEqual([...release.keys()].sort());
    const different = [...release]
      .filter(([file, bytes]) => forTests.get(file) !== bytes)
      .map(([file]) => file);
    expect(different).toEqual(['manifest.json']);
  });

  it('differs in one line of the manifest: it may speak to loopback without asking the reader', () => {
    const [ours, theirs] = [release, forTests].map((build) => JSON.parse(build.get('manifest.json') ?? ''));
    const { host_permissions: hosts, ...rest } = theirs;
    expect(rest).toEqual(ours);
    expect(hosts).toEqual(['http://127.0.0.1/*']);
    expect(ours).not.toHaveProperty('host_permissions');
  });
});
