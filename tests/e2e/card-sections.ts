import type { Frame } from 'puppeteer-core';
import { press, readCard, waitForName } from '@/scripts/drive/reader';

const SECTIONS = ['Background', 'Insights', 'Timeline', 'Figures', 'On this page', 'Sources'];

/** What a reader sees of a card's first view and of each section, folds left as they are. The card is at its first view before and after. */
export async function readEverySection(frame: Frame): Promise<string[]> {
  const said = [(await readCard(frame))?.text ?? ''];
  await press(frame, 'Background');
  for (const section of SECTIONS) {
    await press(frame, section);
    await frame.waitForSelector(`section[aria-label="${section}"] > div`);
    said.push((await readCard(frame))?.text ?? '');
  }
  await press(frame, /^Back/);
  await waitForName(frame, 'Background');
  return said;
}
