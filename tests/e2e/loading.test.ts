import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtExtension } from '@/scripts/drive/launch';
import { BROWSERS, freshProfile } from './browser';

describe.each(BROWSERS)('the build in %s', (name) => {
  it('is accepted by the browser', async () => {
    await using driven = await freshProfile(name);
    const manifest = JSON.parse(readFileSync(join(builtExtension(name), 'manifest.json'), 'utf8'));
    expect(manifest.manifest_version).toBe(3);
    expect(driven.browser.connected).toBe(true);
  });
});
