/**
 * The states that a reader can bring each surface into. `npm run screenshots` pictures them, and the tests look at
 * each for what axe-core finds. A new state is one entry.
 */
import { join } from 'node:path';
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import type { MadePage } from '../demo/serve.ts';
import { askToNote, writeNote } from './note-passage.ts';
import { findByName, press, waitForCard, waitForName } from './reader.ts';
import { card, cardOfPassage, cardWithoutTopic, options, panel, popup, type State } from './surfaces.ts';

const FILLER =
  'Officials have spent three years on the question of who may buy which machines, and on what terms.';

const NEWS_BODY = `<h1>A day of news</h1>
<p>Ascend 910D is a name that was heard in Shenzhen. ${FILLER}</p>
<p>Lawyers say that export controls are a tool of many governments. ${FILLER}</p>
<p>Huawei did not comment. ${FILLER}</p>`;

/** Pages that the articles of the demo do not stand for, by path. */
export const STATE_PAGES: Record<string, MadePage> = {
  '/news-of-may.html': newsPage(NEWS_BODY, '2025-05-01'),
  '/undated.html': newsPage(NEWS_BODY, null),
  '/gardening.html': newsPage('<h1>Roses</h1><p>They are cut back in spring.</p>', null),
  '/right-to-left.html': newsPage(
    `<h1>يوم من الأخبار</h1><p>قالت شركة Huawei إنها لا تعلق على ذلك، وقالت مصادر أخرى إن القرار لم يتخذ بعد.</p>`,
    '2025-09-18',
    'lang="ar" dir="rtl"',
  ),
};

/** Every state, in an order in which none disturbs those after it. */
export const STATES: readonly State[] = [
  card('card', 'Ascend 950', /^Ascend 950/),
  card('card-undated', 'Huawei', /^Huawei/, undefined, 'undated.html'),
  card('card-neutral', 'export controls', /^Export controls/, undefined, 'news-of-may.html'),
  card('card-person', 'Trump', /^Donald Trump/),
  card('card-plan-passed', 'Ascend 910D', /^Ascend 910D/, undefined, 'news-of-may.html'),
  card('card-date-editor', 'Huawei', /^Huawei/, async (frame) => {
    await press(frame, /^Known on/);
    await frame.waitForSelector('input[type="date"]');
  }),
  card('card-background', 'Huawei', /^Huawei/, openSection('Background')),
  card('card-since', 'Huawei', /^Huawei/, async (frame) => {
    await openSection('Background')(frame);
    await press(frame, /^Since then/);
  }),
  card('card-quiet', 'Huawei', /^Huawei/, async (frame) => {
    await press(frame, 'Quiet…');
    await frame.waitForSelector('[role="menu"]');
  }),
  card('card-line', 'Huawei', /^Huawei/, openLine),
  card('card-report', 'Huawei', /^Huawei/, async (frame) => {
    await openLine(frame);
    await press(frame, 'Report an error');
    await frame.waitForSelector('form textarea');
  }),
  card('card-insights', 'Huawei', /^Huawei/, openSection('Insights')),
  card('card-timeline', 'Huawei', /^Huawei/, openSection('Timeline')),
  card('card-figures', 'Ascend 950', /^Ascend 950/, openSection('Figures')),
  card('card-figures-chart', 'Ascend 950', /^Ascend 950/, async (frame) => {
    await openSection('Figures')(frame);
    await press(frame, 'Memory per chip');
    await frame.waitForSelector('figure svg');
    await press(frame, 'As a table');
  }),
  card('card-figures-years', 'Huawei', /^Huawei/, async (frame) => {
    await openSection('Figures')(frame);
    await press(frame, 'Revenue');
    await frame.waitForSelector('figure svg');
  }),
  card('card-limits', 'export controls', /export controls/i, openSection('Figures'), 'h200-rule.html'),
  card('card-on-this-page', 'Huawei', /^Huawei/, openSection('On this page')),
  card('card-sources', 'Huawei', /^Huawei/, openSection('Sources')),
  card('card-related', 'Huawei', /^Huawei/, async (frame) => {
    await openSection('On this page')(frame);
    await press(frame, 'Ascend 950');
    await waitForName(frame, 'Back to Huawei');
  }),
  card('card-notes-none', 'Nvidia', /^Nvidia/, openSection('Notes')),
  cardWithoutTopic('card-missing', 'Nvidia', 'nvidia'),
  cardOfPassage('card-write', async (page, own) => {
    await askToNote(own);
    await page.bringToFront();
    return waitForCard(page, 'New note');
  }),
  cardOfPassage('card-note', (page, own) => writeNote(page, own, 'Ask who has counted.')),
  cardOfPassage('card-event', async (page, own) => {
    await askToNote(own);
    await page.bringToFront();
    const frame = await waitForCard(page, 'New note');
    await press(frame, "Event on Huawei's timeline");
    await press(frame, 'Save event');
    return waitForCard(page, 'Your note');
  }),
  card('card-timeline-axis', 'Huawei', /^Huawei/, async (frame) => {
    await openSection('Timeline')(frame);
    await drawTimelines(frame);
  }),
  card('card-timeline-plan', 'Ascend 960', /^Ascend 960/, async (frame) => {
    await openSection('Timeline')(frame);
    await press(frame, 'On a time axis');
    await frame.waitForSelector('[data-mark="plan"] title');
  }),
  popup('popup'),
  popup('popup-topic', async (popup) => {
    await press(popup, /^Huawei/);
    await waitForName(popup, 'Background');
  }),
  popup('popup-search', async (popup) => {
    await popup.type('input[role="combobox"]', 'hua');
    await popup.waitForSelector('[role="option"]');
  }),
  popup('popup-search-filter', async (popup) => {
    await popup.type('input[role="combobox"]', 'hua');
    await popup.waitForSelector('[role="option"]');
    await press(popup, 'Filter', 'summary');
    await waitForName(popup, 'Tag', 'input');
  }),
  popup('popup-no-mentions', undefined, (site) => `${site.origin}/gardening.html`),
  popup('popup-unreachable', undefined, () => 'about:blank'),
  popup('popup-off', switchOff, ({ port }) => `http://localhost:${port}/gardening.html`),
  {
    ...popup('popup-writing', async (popup) => {
      await popup.type('textarea', 'Ask who has seen the cluster run');
    }),
    subject: 'textarea',
  },
  card('card-notes', 'Huawei', /^Huawei/, async (frame) => {
    await openSection('Notes')(frame);
    if (await findByName(frame, 'On this article', 'span')) return;
    await (await waitForName(frame, /^Your note on/, 'textarea')).type('Who has seen the cluster run?');
    await press(frame, 'Save note');
    await waitForName(frame, 'Saved', '[role="status"]');
  }),
  {
    ...popup('popup-note', async (popup) => {
      await waitForName(popup, /^Edit/);
    }),
    subject: 'article',
  },
  panel('panel', '', (page) => waitForName(page, 'Topics in reading order', 'ol, ul')),
  panel('panel-topic', '#topic=ascend-950', (page) => waitForName(page, /^Ascend 950/, 'h1')),
  panel('panel-timeline', '#topic=huawei&section=timeline', async (page) => {
    await waitForName(page, 'On a time axis');
    await drawTimelines(page);
  }),
  panel('panel-dossier', '#dossier=huawei', (page) => waitForName(page, /^Dossier on/, 'h1')),
  panel('panel-news', '', (page) => press(page, /new since you last looked$/, 'summary'), newsOfHuawei),
  options('options'),
  options('options-backups', async (page) => {
    await press(page, 'Back up now');
    await waitForName(page, /^Restore the backup of/);
  }),
  options('options-events', async (page) => {
    const file = await waitForName(page, 'File with a pack of events', 'input');
    await (file as ElementHandle<HTMLInputElement>).uploadFile(EVENTS_PACK);
    await (await waitForName(page, /^Remove Events added on Huawei/)).scrollIntoView();
  }),
  options('options-sync-server', async (page) => {
    await press(page, /^A folder or server of mine/);
    await page.waitForSelector('input[type="password"]');
  }),
];

/** What another reader has saved. */
const EVENTS_PACK = join(import.meta.dirname, 'events-pack.json');

/** The menu of the first line of the background. */
async function openLine(frame: Frame): Promise<void> {
  await openSection('Background')(frame);
  await press(frame, /^Copy or report/);
  await waitForName(frame, 'Report an error');
}

function openSection(name: string): (frame: Frame) => Promise<void> {
  return async (frame) => {
    // The first view has doors to some sections; from any section every other is in reach.
    if (!(await findByName(frame, new RegExp(`^${name}`), 'button'))) await press(frame, 'Background');
    await press(frame, new RegExp(`^${name}`), 'button');
    await frame.waitForSelector('nav + section > :nth-child(2), nav + section > :not(h2)');
  };
}

/** Both drawings of a timeline: up to the article, and under the fold. */
async function drawTimelines(place: Page | Frame): Promise<void> {
  await press(place, 'On a time axis');
  await place.waitForSelector('[data-mark] title');
  await press(place, /^Since then/);
  const fold = await place.waitForSelector('details[open]');
  await (await fold?.$('button'))?.click();
  await place.waitForSelector('details [data-mark] title');
}

async function switchOff(popup: Page): Promise<void> {
  const control = await waitForName(popup, /^Sidelight on/);
  if (await control.evaluate((element) => element.getAttribute('aria-checked') === 'true'))
    await control.click();
  await waitForName(popup, 'Switch on');
}

/**
 * Runs in a page of the extension: as after an update of the pack brought a statement before the article's day and one
 * after it.
 */
async function newsOfHuawei(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('sidelight');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const write = database.transaction('arrivals', 'readwrite');
  for (const statement of ['events.guidance', 'events.atlas-350'])
    write
      .objectStore('arrivals')
      .put({ topic: 'huawei', statement, version: '2.0.0', arrived: '2026-11-29' });
  await new Promise((resolve) => {
    write.oncomplete = resolve;
  });
  database.close();
}

function newsPage(body: string, published: string | null, attributes = 'lang="en"'): MadePage {
  const facts = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'News',
    datePublished: published,
  };
  const dated =
    published === null ? '' : `<script type="application/ld+json">${JSON.stringify(facts)}</script>`;
  return {
    body: `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>News</title><link rel="icon" href="data:,">${dated}</head>
<body><main><article style="max-width: 40rem; margin: 2rem auto; font: 1.1rem/1.6 serif">${body}</article></main></body></html>`,
  };
}
