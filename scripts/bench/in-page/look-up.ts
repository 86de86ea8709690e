/** What it costs to ask which mention stands at a point. */
import { createHitTest } from '@/lib/reader/hit-test';
import { visibleSpots } from '@/lib/reader/visible-spots';
import { openPageScan } from './indexes';

const POINTS = 2_000;
const ROUNDS = 5;

/** Milliseconds of all points for each round: the bare question, ours, and how many of our answers were a mention. */
export type LookUps = { bare: number[]; ours: number[]; hits: number };

/** All mentions painted, the page scrolled to the middle one; null on a page without any. */
export async function timeLookUps(
  indexName: string,
): Promise<{ mentions: number; random: LookUps; onMentions: LookUps } | null> {
  const scan = await openPageScan(indexName, 'all');
  await scan.readAll();
  const { hitAt, rectsOf } = createHitTest(document, scan);
  const spots = visibleSpots(scan, 'painted').filter((spot) => rectsOf(spot).length > 0);
  const middle = spots[spots.length >> 1];
  if (!middle) return null;
  middle.held.block.nodes[0]?.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const rects = spots
    .flatMap(rectsOf)
    .filter(
      ({ top, bottom, left, right }) => top > 0 && bottom < innerHeight && left > 0 && right < innerWidth,
    );
  if (rects.length === 0) return null;
  const everywhere = makePoints(() => [Math.random() * innerWidth, Math.random() * innerHeight]);
  const onMentions = makePoints((at) => {
    const { left, top, width, height } = rects[at % rects.length] as DOMRect;
    return [left + Math.random() * width, top + Math.random() * height];
  });
  return {
    mentions: spots.length,
    random: timePoints(everywhere, hitAt),
    onMentions: timePoints(onMentions, hitAt),
  };
}

type Point = [x: number, y: number];

function makePoints(make: (at: number) => Point): Point[] {
  return Array.from({ length: POINTS }, (_, at) => make(at));
}

function timePoints(points: Point[], hitAt: (x: number, y: number) => unknown): LookUps {
  const lookUps: LookUps = { bare: [], ours: [], hits: 0 };
  const ask = {
    bare: () => points.filter(([x, y]) => document.elementFromPoint(x, y)).length,
    ours: () => points.filter(([x, y]) => hitAt(x, y)).length,
  };
  ask.bare();
  lookUps.hits = ask.ours();
  for (let round = 0; round < ROUNDS; round++) {
    for (const way of round % 2 ? (['bare', 'ours'] as const) : (['ours', 'bare'] as const)) {
      const began = performance.now();
      ask[way]();
      lookUps[way].push(performance.now() - began);
    }
  }
  return lookUps;
}
