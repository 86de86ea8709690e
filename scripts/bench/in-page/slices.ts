/** How long the page waits for us: the stretches of work between two turns that we give it. */
import { openPageScan } from './indexes';
import { untilIdle } from './time-scan';
import { watchTurns } from './turns';

/** Reads and paints the page as the reader does, in a tab that never did. Returns the milliseconds of each slice. */
export async function readInSlices(indexName: string): Promise<number[]> {
  const scan = await openPageScan(indexName, 'calm');
  await untilIdle();
  return recordSlices(() => scan.readAll());
}

/** When a block was first painted, milliseconds after the start, and whether it stands on the screen. */
export type PaintMoment = { ms: number; isOnScreen: boolean };

/** Scrolls to the middle of the page, then reads and paints all its mentions. Returns the moments of paint, and of the end. */
export async function readFromMiddle(indexName: string): Promise<{ paints: PaintMoment[]; endMs: number }> {
  window.scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' });
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const moments = new Map<Text, number>();
  const scan = await openPageScan(indexName, 'all', (painter) => ({
    paint(held, mentions) {
      painter.paint(held, mentions);
      const node = held.block.nodes[0] as Text;
      if (mentions.length > 0 && !moments.has(node)) moments.set(node, performance.now());
    },
  }));
  await untilIdle();
  const began = performance.now();
  await scan.readAll();
  const endMs = performance.now() - began;
  const paints = [...moments].map(([node, at]) => ({ ms: at - began, isOnScreen: standsOnScreen(node) }));
  return { paints, endMs };
}

function standsOnScreen(node: Text): boolean {
  const range = document.createRange();
  range.selectNode(node);
  const { top, bottom, width } = range.getBoundingClientRect();
  return width > 0 && bottom > 0 && top < window.innerHeight;
}

/** Runs to the end. Returns the milliseconds of work between the turns that it gives the page. */
export async function recordSlices(run: () => Promise<unknown>): Promise<number[]> {
  const slices: number[] = [];
  let began = performance.now();
  const close = () => {
    slices.push(performance.now() - began);
  };
  const restore = watchTurns(close, () => {
    began = performance.now();
  });
  await run();
  close();
  restore();
  return slices;
}
