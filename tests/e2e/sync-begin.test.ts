/** Rounds that begin by themselves. (What the browser asks first: sync-options.test.ts.) */
import { readdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveArticles } from '@/scripts/demo/serve';
import { type Driven, until } from '@/scripts/drive/launch';
import {
  openArticle,
  press,
  restOn,
  waitForCard,
  waitForExtensionPage,
  waitForName,
} from '@/scripts/drive/reader';
import { startApache } from '@/tests/remotes/servers/apache';
import type { RunningServer } from '@/tests/remotes/servers/serve';
import { BROWSERS, freshProfile } from './browser';
import { pressConnect, startFirstRound } from './sync-section';

describe.each(BROWSERS)('a round by itself in %s', (name) => {
  let site: Served;
  let apache: RunningServer;
  beforeAll(async () => {
    [site, apache] = await Promise.all([serveArticles(), startApache()]);
  });
  afterAll(() => Promise.all([site.close(), apache.close()]));

  const countSegments = () =>
    readdirSync(apache.files, { recursive: true }).filter((file) => String(file).endsWith('.seg')).length;

  async function openOptions(driven: Driven, article: Page): Promise<Page> {
    await restOn(article, 'Ascend 950');
    await press(await waitForCard(article, /^Ascend 950/), 'Options');
    return waitForExtensionPage(driven, 'options.html');
  }

  it('an edit is sent some 10 s later, by nobody’s click', async () => {
    await using driven = await freshProfile(name, { mode: 'e2e' });
    const article = await openArticle(driven, `${site.origin}/huawei-connect.html`);
    const options = await openOptions(driven, article);
    await pressConnect(options, apache, null);
    await startFirstRound(options);
    const before = countSegments();
    await options.close();
    await article.bringToFront();
    await restOn(article, 'Huawei');
    const frame = await waitForCard(article, /^Huawei/);
    await press(frame, /^Notes( \(\d+\))?$/);
    await (await waitForName(frame, /^Your note on/)).type('Ask who has seen the cluster run');
    await press(frame, 'Save note');
    await waitForName(frame, 'Saved', '*');
    const savedAt = performance.now();
    await until('the note on the server', async () => countSegments() > before, 25_000);
    expect(performance.now() - savedAt).toBeGreaterThan(5_000);
  });
});
