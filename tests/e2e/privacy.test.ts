/** What PRIVACY.md claims, proved on the built extension. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveArticles } from '@/scripts/demo/serve';
import { builtExtension, type Driven } from '@/scripts/drive/launch';
import {
  openArticle,
  openPopupPage,
  press,
  readCard,
  restOn,
  waitForCard,
  waitForExtensionPage,
  waitForName,
} from '@/scripts/drive/reader';
import { BROWSERS, freshProfile, stopAtFirstFailure } from './browser';
import { OF_THE_MAKER, type RecordingProxy, recordRequests } from './recording-proxy';

const NOTE = 'Plum blossom, a note that nobody else may read';

describe.each(BROWSERS)('privacy in %s', (name) => {
  stopAtFirstFailure();
  let site: Served;
  let proxy: RecordingProxy;
  let driven: Driven;
  beforeAll(async () => {
    site = await serveArticles();
    proxy = await recordRequests(`127.0.0.1:${site.port}`);
    driven = await freshProfile(name, { proxy: proxy.port });
  });
  afterAll(async () => {
    await driven.close();
    await proxy.close();
    await site.close();
  });

  const strangers = () =>
    proxy.seen.filter((host) => host !== `127.0.0.1:${site.port}` && !OF_THE_MAKER.test(host));

  it('reading, resting on words, opening sections and writing a note ask nothing of any server but the article’s', async () => {
    const page = await openArticle(driven, `${site.origin}/huawei-connect.html`);
    for (const words of ['Huawei', 'Nvidia', 'Ascend 950']) {
      await restOn(page, words);
      await waitForCard(page, new RegExp(`^${words}`));
      await page.mouse.move(2, 2, { steps: 3 });
      await page.keyboard.press('Escape');
    }
    await restOn(page, 'Ascend 950');
    const frame = await waitForCard(page, /^Ascend 950/);
    for (const section of ['Background', 'Insights', 'Timeline', 'On this page']) {
      await press(frame, section);
      await press(frame, /^Back/);
    }
    await press(frame, /^Notes( \(\d+\))?$/);
    await (await waitForName(frame, /^Your note on/)).type(NOTE);
    await press(frame, 'Save note');
    await waitForName(frame, 'Saved', '*');
    expect((await readCard(frame))?.text).toContain(NOTE);
    await openArticle(driven, `${site.origin}/h200-rule.html`);

    expect(strangers()).toEqual([]);
    expect([...new Set(site.requests)].sort()).toEqual([
      '/article.css',
      '/h200-rule.html',
      '/huawei-connect.html',
    ]);
  });

  it('a page that is read and painted finds nothing of ours among its own requests', async () => {
    const page = await openArticle(driven, `${site.origin}/huawei-connect.html`);
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(asked.filter((name) => !name.startsWith(site.origin))).toEqual([]);
    expect(asked).not.toEqual([]);
    await page.close();
  });

  it('the text of a note is nowhere in storage.local, which content scripts can read', async () => {
    const page = await openArticle(driven, `${site.origin}/huawei-connect.html`);
    await restOn(page, 'Ascend 950');
    await openPopupPage(await waitForCard(page, /^Ascend 950/));
    const popup = await waitForExtensionPage(driven, 'popup.html');
    await waitForName(popup, new RegExp(NOTE), '*');
    const stored = await popup.evaluate(async () => {
      type Api = { storage: { local: { get(keys: null): Promise<unknown> } } };
      const host = globalThis as unknown as { browser?: Api; chrome: Api };
      return JSON.stringify(await (host.browser ?? host.chrome).storage.local.get(null));
    });
    expect(stored).toContain('index:');
    expect(stored).not.toContain('Plum blossom');
  });

  it('the recording hears a request of the extension itself, so that its silence means something', async () => {
    const popup = await waitForExtensionPage(driven, 'popup.html');
    await popup.evaluate(() =>
      fetch('http://elsewhere.example/').then(
        () => undefined,
        () => undefined,
      ),
    );
    // Firefox asks over HTTPS first.
    expect(strangers().join()).toMatch(/^elsewhere\.example/);
  });

  it('the build asks for the permissions that PRIVACY.md lists and names no server', () => {
    const folder = builtExtension(name);
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const told =
      readFileSync(resolve(import.meta.dirname, '../../PRIVACY.md'), 'utf8')
        .split('## Permissions')[1]
        ?.split('\n## ')[0] ?? '';
    const listed = [...told.matchAll(/^\| `(\w+)`( \(Chromium only\))? \|/gm)].flatMap(
      ([, permission, only]) => (only && name === 'firefox' ? [] : [permission]),
    );
    expect([...manifest.permissions].sort()).toEqual(listed.sort());
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.optional_permissions ?? []).toEqual([]);
    // Which host a reader will connect is not known before: the browser asks for that one, then.
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
    expect(manifest.content_security_policy.extension_pages).toBe(
      "script-src 'self' 'wasm-unsafe-eval'; object-src 'self';",
    );
    expect(manifest.content_scripts.flatMap((script: { matches: string[] }) => script.matches)).toEqual([
      'http://*/*',
      'https://*/*',
    ]);
  });
});
