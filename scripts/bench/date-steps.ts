/** From a key on the side panel's date slider to the panel as of that day, painted. */
import type { Page } from 'puppeteer-core';
import type { Driven } from '../drive/launch.ts';
import { waitForName } from '../drive/reader.ts';
import { atMost, type Section } from './report.ts';
import type { Run } from './run.ts';
import { median, toSpread } from './statistics.ts';

/** What the panel shows meanwhile: the first view of a topic, and its longest section. */
const PLACES = { 'the first view': '#topic=huawei', 'the timeline': '#topic=huawei&section=timeline' };

/** Moves the date back day by day, by the arrow key. */
export async function measureDateSteps(
  { progress, rounds }: Run,
  { browser }: Driven,
  origin: string,
): Promise<Section> {
  const lines = [];
  for (const [name, place] of Object.entries(PLACES)) {
    progress(`date of ${name}`);
    const panel = await browser.newPage();
    await panel.goto(`${origin}/sidepanel.html${place}`);
    await waitForName(panel, 'Huawei', 'h1');
    await (await waitForName(panel, 'Show everything as of', 'input')).focus();
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await timeStep(panel));
    await panel.close();
    lines.push(
      atMost(`a day back, with ${name} of Huawei`, median(times), toSpread(times, ' ms'), 50, ' ms'),
    );
  }
  return { title: 'press of the arrow key on the date slider to the painted panel', lines, notes: [] };
}

async function timeStep(panel: Page): Promise<number> {
  await panel.evaluate(awaitDate);
  await panel.keyboard.press('ArrowLeft');
  return panel.evaluate(() => (globalThis as unknown as Awaiting).dateStep);
}

type Awaiting = { dateStep: Promise<number> };

/** Runs in the panel: times from the next key to the end of the frame in which another date stands there. */
function awaitDate(): void {
  const before = document.querySelector('output')?.textContent;
  (globalThis as unknown as Awaiting).dateStep = new Promise((resolve) => {
    const look = (began: number) => {
      if (document.querySelector('output')?.textContent === before) {
        requestAnimationFrame(() => look(began));
        return;
      }
      // A message comes to its turn once this frame is painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - began);
      port2.postMessage(null);
    };
    const hear = ({ timeStamp }: Event) => requestAnimationFrame(() => look(timeStamp));
    addEventListener('keydown', hear, { capture: true, once: true });
  });
}
