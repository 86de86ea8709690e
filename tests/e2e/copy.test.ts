/** Copying out of the card, in a page that forbids its frames the asynchronous clipboard. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '@/scripts/demo/serve';
import { type Driven, until } from '@/scripts/drive/launch';
import { isCardShown, openArticle, press, restOn, waitForCard, waitForName } from '@/scripts/drive/reader';
import { BROWSERS, freshProfile } from './browser';
import { FILLER, newsPage } from './pages/page';

const FORBIDDING = newsPage({
  title: 'A page with a policy',
  published: '2025-10-02',
  body: `<main><article><h1>A page with a policy</h1>
<p>The Ascend 950 is the part that will be tested first. ${FILLER}</p></article></main>`,
  headers: { 'permissions-policy': 'clipboard-write=(), clipboard-read=()' },
});

/** Another page, which keeps what is pasted into it. */
const PASTE = newsPage({
  title: 'Somewhere else',
  published: null,
  body: `<textarea></textarea><script>
addEventListener('paste', ({ clipboardData }) => {
  globalThis.pasted = { text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') };
});</script>`,
});

type Pasted = { text: string; html: string };

describe.each(BROWSERS)('copying from the card in %s', (name) => {
  let site: Served;
  let driven: Driven;
  let page: Page;
  beforeAll(async () => {
    site = await serve(import.meta.dirname, { '/policy.html': FORBIDDING, '/paste.html': PASTE });
    driven = await freshProfile(name);
  });
  afterAll(async () => {
    await driven.close();
    await site.close();
  });

  const openLine = async () => {
    page = await openArticle(driven, `${site.origin}/policy.html`);
    await restOn(page, 'Ascend 950');
    const frame = await waitForCard(page, /^Ascend 950/);
    await press(frame, 'Background');
    await press(frame, /^Copy or report “/);
    return frame;
  };

  const paste = async (): Promise<Pasted> => {
    const other = await driven.browser.newPage();
    await other.goto(`${site.origin}/paste.html`);
    await other.bringToFront();
    await other.focus('textarea');
    await other.keyboard.down('Control');
    await other.keyboard.press('v', name === 'chromium' ? { commands: ['Paste'] } : {});
    await other.keyboard.up('Control');
    const pasted = await until('the paste', () =>
      other.evaluate(() => (globalThis as unknown as { pasted?: Pasted }).pasted ?? null),
    );
    await other.close();
    await page.close();
    return pasted;
  };

  it('puts the statement on the clipboard with what it can be checked at, as text and as HTML', async () => {
    const frame = await openLine();
    if (name === 'chromium') {
      // The page means it: the other way is shut.
      const other = frame.evaluate(() => navigator.clipboard.writeText('x').then(String, String));
      expect(await other).toContain('NotAllowedError');
    }
    await press(frame, 'Copy');
    await until('the word of it', async () =>
      frame.evaluate(() => document.querySelector('[role="status"]')?.textContent === 'Copied'),
    );
    const { text, html } = await paste();
    expect(text).toMatch(/^.+\nAscend 950 · \w+ · .+\nSource: .+ · https:\/\//);
    expect(text).toMatch(/\nFrom Sidelight, pack “.+”, version \d+\.\d+\.\d+\n/);
    expect(text).toContain(`Article: A page with a policy · ${site.origin}/policy.html`);
    expect(html).toContain(`<a href="${site.origin}/policy.html">Article: A page with a policy</a>`);
  });

  it('keeps the card while a report is written, and copies it', async () => {
    const frame = await openLine();
    await press(frame, 'Report an error');
    await (await waitForName(frame, 'What is wrong?')).type('It was two years.');
    await page.mouse.move(2, 2, { steps: 4 });
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(await isCardShown(page)).toBe(true);
    await press(frame, 'Copy the report');
    const { text } = await paste();
    expect(text).toMatch(
      /^Error in a Sidelight card\nTopic: Ascend 950 \(ascend-950\/facts\.[a-z0-9-]+\)\nPack: /,
    );
    expect(text).toContain('What is wrong: It was two years.');
    expect(text).not.toContain(site.origin);
  });
});
