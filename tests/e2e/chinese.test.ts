/**
 * A reader whose browser is in Chinese. Chromium only: Firefox is in Chinese with a language pack, which is not part
 * of it; that its build carries the same sentences is looked at in its folder.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serveArticles } from '@/scripts/demo/serve';
import { builtExtension } from '@/scripts/drive/launch';
import {
  openArticle,
  openPopupPage,
  press,
  readCard,
  restOn,
  waitForCard,
  waitForExtensionPage,
} from '@/scripts/drive/reader';
import { BROWSERS, freshProfile } from './browser';

let site: Served;
beforeAll(async () => {
  site = await serveArticles();
});
afterAll(() => site.close());

it.each(BROWSERS.filter((name) => name === 'chromium'))(
  '%s has cards, popup and options in Chinese',
  async (name) => {
    await using driven = await freshProfile(name, { language: 'zh-CN' });
    const page = await openArticle(driven, `${site.origin}/huawei-connect.html`);
    await restOn(page, 'Ascend 950');
    const frame = await waitForCard(page, '昇腾950');
    const text = (await readCard(frame))?.text;
    expect(text).toContain('950PR用于预填充');
    expect(text).toContain('截至2025年9月18日已知');
    expect(text).toContain('译文');
    expect(await frame.evaluate(() => document.documentElement.lang)).toBe('zh-Hans');
    expect(await frame.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);

    await openPopupPage(frame);
    const popup = await waitForExtensionPage(driven, 'popup.html');
    await popup.waitForSelector('::-p-text(英伟达)');
    expect(await popup.title()).toBe('侧记 Sidelight');

    await press(popup, '选项');
    const options = await waitForExtensionPage(driven, 'options.html');
    await options.waitForSelector('::-p-text(侧记选项)');
  },
);

it.each(BROWSERS)('is carried by the build for %s, name and description too', (name) => {
  const read = (file: string) => JSON.parse(readFileSync(join(builtExtension(name), file), 'utf8'));
  const { name: title, description } = read('manifest.json');
  const messages = read('_locales/zh_CN/messages.json');
  const fill = (text: string) => text.replace(/^__MSG_(\w+)__$/, (_, key) => messages[key].message);
  expect(fill(title)).toBe('侧记 Sidelight');
  expect(fill(description)).toContain('中美科技竞争');
});
