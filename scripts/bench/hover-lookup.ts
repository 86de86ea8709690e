/** What each move of the pointer costs: our answer to "which mention stands here" against the browser's bare one. */
import { atMost, plain } from './report.ts';
import type { Measurement } from './run.ts';
import { median, toSpread, toText } from './statistics.ts';

const POINTS = 2_000;

/** On every page with a mention of the named terms, all of them painted. */
export const measureHoverLookUp: Measurement = async (run) => {
  const leftOut: string[] = [];
  const kinds = ['random', 'onMentions'] as const;
  const ratios = { random: [] as number[], onMentions: [] as number[] };
  const bare = { random: [] as number[], onMentions: [] as number[] };
  let mentions = 0;
  let hits = 0;
  for (const page of run.site.pages) {
    run.progress(`hover look-up, ${page.name}`);
    const tab = await run.lab.openTab(page.address);
    const found = await tab.call('timeLookUps', run.named.name);
    await tab.close();
    if (!found) {
      leftOut.push(page.name);
      continue;
    }
    mentions += found.mentions;
    hits += found.onMentions.hits / POINTS;
    for (const kind of kinds) {
      const { bare: others, ours } = found[kind];
      ratios[kind].push(median(ours) / median(others));
      bare[kind].push((1_000 * median(others)) / POINTS);
    }
  }
  const pages = ratios.random.length;
  return [
    {
      title: `hover look-up: ${pages} pages, ${POINTS} points each, ${mentions.toLocaleString('en')} painted mentions in all`,
      lines: [
        atMost(
          'points anywhere: ours / bare elementFromPoint',
          median(ratios.random),
          toSpread(ratios.random),
          1.2,
        ),
        atMost('points on mentions: the same', median(ratios.onMentions), toSpread(ratios.onMentions), 2),
        plain('bare elementFromPoint, anywhere', median(bare.random), toSpread(bare.random, ' µs'), ' µs'),
      ],
      notes: [
        `Of the points on mentions ${toText((100 * hits) / pages)} % were answered with one; the others are covered by something.`,
        `Left out, since no mention can be seen there: ${leftOut.join(', ') || 'none'}.`,
      ],
    },
  ];
};
