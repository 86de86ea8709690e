/** What it costs to follow a page that changes: one that grows, one that edits its text, one that never rests. */
import type { Tab } from './lab.ts';
import { makeArticle } from './made-pages.ts';
import { atMost, type Line, plain, reached } from './report.ts';
import type { Measurement, Run } from './run.ts';
import { median, sum, toSpread, toText } from './statistics.ts';

const BATCHES = 20;
const PARAGRAPHS_PER_BATCH = 50;
const EDITS = 2_000;
/** Bursts of edits in one tab, the page at rest between them. */
const BURSTS = 3;
const QUIET_MS = 300;
const RESTLESS_MS = 8_000;
const WAYS = ['empty observer', 'reader', 'nothing'] as const;

/** The made pages of this measurement, by name. */
export const CHANGING_PAGES = {
  growing: makeArticle(50, 0),
  edited: makeArticle(2_000, 200),
  restless: makeArticle(200, 50),
};

/** All three. */
export const measureChangingPage: Measurement = async (run) => [
  {
    title: `a page that grows: ${BATCHES} batches of ${PARAGRAPHS_PER_BATCH} paragraphs`,
    ...(await measureGrowing(run)),
  },
  await measureEdited(run),
  await measureRestless(run),
];

async function measureGrowing(run: Run): Promise<{ lines: Line[]; notes: string[] }> {
  const rounds: number[][] = [];
  for (let round = 0; round < run.rounds; round++) {
    run.progress(`a growing page, round ${round + 1}`);
    const tab = await run.lab.openTab(run.site.madeAddress('growing'));
    await tab.call('follow', 'reader');
    await tab.call('untilQuiet', QUIET_MS);
    await tab.call('takeWork');
    const batches: number[] = [];
    for (let batch = 0; batch < BATCHES; batch++) {
      await tab.page.evaluate(appendParagraphs, PARAGRAPHS_PER_BATCH);
      await tab.call('untilFollowed', QUIET_MS);
      batches.push(sum((await tab.call('takeWork')).map(({ ms }) => ms)));
    }
    await tab.close();
    rounds.push(batches);
  }
  const part = (from: number, to?: number) => rounds.map((batches) => median(batches.slice(from, to)));
  const grown = part(-BATCHES / 4).map((last, at) => last / (part(1, 1 + BATCHES / 4)[at] as number));
  const totals = rounds.map(sum);
  return {
    lines: [
      atMost('a batch at the end / one at the beginning', median(grown), toSpread(grown), 1.5),
      plain('all batches', median(totals), toSpread(totals, ' ms'), ' ms'),
    ],
    notes: [
      `Five batches each, the very first left out. The bar says "in proportion to what was added"; 1.5 is how this bench reads it.`,
    ],
  };
}

async function measureEdited(run: Run) {
  const sets = [
    { selector: '.plain', said: 'text without mentions' },
    { selector: '.marked', said: 'text with mentions' },
  ];
  const lines: Line[] = [];
  let painted = 0;
  for (const { selector, said } of sets) {
    const page = new Map(WAYS.map((way) => [way as string, [] as number[]]));
    const following: number[] = [];
    const noting: number[] = [];
    for (let round = 0; round < run.rounds; round++) {
      for (const way of round % 2 ? WAYS : WAYS.toReversed()) {
        run.progress(`edits of ${said}, round ${round + 1}, ${way}`);
        const tab = await run.lab.openTab(run.site.madeAddress('edited'));
        await tab.call('follow', way);
        await tab.call('untilQuiet', QUIET_MS);
        await tab.call('takeWork');
        if (way === 'reader') painted = await tab.call('countPainted');
        for (let burst = 0; burst < BURSTS; burst++) {
          page.get(way)?.push(await tab.page.evaluate(editTexts, selector, EDITS, 'behind'));
          if (way !== 'reader') continue;
          const of = await followEdits(tab);
          following.push(perHundred(of('reading')));
          noting.push(of('noting'));
        }
        await tab.close();
      }
    }
    const of = (way: string) => page.get(way) as number[];
    const ratios = of('reader').map((ms, at) => ms / (of('empty observer')[at] as number));
    const against = median(of('reader')) / median(of('empty observer'));
    const parts = WAYS.map((way) => `${way} ${toText(median(of(way)))} ms`).join(', ');
    lines.push(
      atMost(`${said}: the page's edits under us / under an empty observer`, against, toSpread(ratios), 1.3),
      plain(`${said}: of it our own noting`, median(noting), `${toSpread(noting, ' ms')}; ${parts}`, ' ms'),
      atMost(
        `${said}: our following, for 100 edits`,
        median(following),
        toSpread(following, ' ms'),
        0.2,
        ' ms',
      ),
    );
  }
  lines.push(...(await measureAnew(run, painted)));
  return {
    title: `a page that edits its text: ${BURSTS} times ${EDITS} edits at once, ${painted.toLocaleString('en')} mentions painted, every other tab another way`,
    lines,
    notes: [
      'Edits are made by the page and timed to the end of what observers do about them at once. Where it is not said otherwise',
      'something is written behind a text that tells of no mention; before the mentions, each text is read anew and painted anew.',
    ],
  };
}

/** What it costs where each edited text must be read anew, and what the platform alone asks for the same. */
async function measureAnew(run: Run, painted: number): Promise<Line[]> {
  const following: number[] = [];
  const reading: number[] = [];
  const painting: number[] = [];
  for (let round = 0; round < run.rounds; round++) {
    run.progress(`edits before mentions, round ${round + 1}`);
    const tab = await run.lab.openTab(run.site.madeAddress('edited'));
    await tab.call('follow', 'reader');
    await tab.call('untilQuiet', QUIET_MS);
    await tab.call('takeWork');
    const bare = await run.lab.openTab(run.site.madeAddress('edited'));
    await bare.call('hearEdits');
    for (let burst = 0; burst < BURSTS; burst++) {
      await tab.page.bringToFront();
      await tab.page.evaluate(editTexts, '.marked', EDITS, 'before');
      following.push(perHundred((await followEdits(tab))('reading')));
      await bare.page.bringToFront();
      await bare.page.evaluate(editTexts, '.marked', EDITS, 'before');
      const { readMs, paintMs } = await bare.call('followLeast', painted / EDITS);
      reading.push(perHundred(readMs));
      painting.push(perHundred(paintMs));
    }
    await tab.close();
    await bare.close();
  }
  const line = (said: string, ms: number[]) => plain(said, median(ms), toSpread(ms, ' ms'), ' ms');
  return [
    line('edits before mentions: our following, for 100 edits', following),
    line("the platform's own part of 100 edits: to fetch the texts", reading),
    line("the platform's own part of 100 edits: to set their highlights again", painting),
  ];
}

function perHundred(ms: number): number {
  return (100 / EDITS) * ms;
}

/** Waits until the reader has followed; answers how many milliseconds it did what. */
async function followEdits(tab: Tab): Promise<(kind: string) => number> {
  await tab.call('untilFollowed', QUIET_MS);
  const work = await tab.call('takeWork');
  return (wanted) => sum(work.filter(({ kind }) => kind === wanted).map(({ ms }) => ms));
}

async function measureRestless(run: Run) {
  run.progress('a page that never rests');
  const tab = await run.lab.openTab(run.site.madeAddress('restless'));
  await tab.call('follow', 'reader');
  await tab.call('untilQuiet', QUIET_MS);
  await tab.call('takeWork');
  const before = await tab.call('countPainted');
  await tab.page.evaluate(mutateWithoutEnd);
  await new Promise((resolve) => setTimeout(resolve, RESTLESS_MS));
  const work = await tab.call('takeWork');
  const readings = work.filter(({ kind }) => kind === 'reading').map(({ at }) => at);
  const gaps = readings.slice(1).map((at, number) => at - (readings[number] as number));
  const share = (100 * sum(work.map(({ ms }) => ms))) / RESTLESS_MS;
  await tab.page.evaluate(appendParagraphs, 1);
  const began = performance.now();
  let isPainted = false;
  while (!isPainted && performance.now() - began < 10_000) {
    isPainted = (await tab.call('countPainted')) > before;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const waited = isPainted ? performance.now() - began : Number.NaN;
  await tab.close();
  return {
    title: `a page that never rests: every 10 ms 20 of its texts change, for ${RESTLESS_MS / 1_000} s`,
    lines: [
      plain('share of the time that we work', share, `${readings.length} readings`, ' %'),
      plain('from one stretch of reading to the next', median(gaps), toSpread(gaps, ' ms'), ' ms'),
      reached('a new paragraph is painted while it goes on, after', waited, 'ever', isPainted, ' ms'),
    ],
    notes: [],
  };
}

/** Runs in the page. */
function appendParagraphs(count: number): void {
  const article = document.querySelector('article') as Element;
  const model = document.querySelector('.marked') as Element;
  for (let at = 0; at < count; at++) {
    const added = model.cloneNode(true) as Element;
    added.firstChild?.before(`${Math.random()} `);
    article.append(added);
  }
}

/** Runs in the page. Returns the milliseconds of so many edits, with what observers do about them at once. */
async function editTexts(selector: string, count: number, place: string): Promise<number> {
  const nodes = [...document.querySelectorAll(selector)].map(({ firstChild }) => firstChild as Text);
  const texts = nodes.map(({ data }) => data);
  const began = performance.now();
  for (let at = 0; at < count; at++) {
    const node = nodes[at % nodes.length] as Text;
    const text = texts[at % nodes.length];
    node.data = place === 'before' ? `(${at}) ${text}` : `${text} (${at})`;
  }
  await null;
  return performance.now() - began;
}

/** Runs in the page. */
function mutateWithoutEnd(): void {
  const nodes = [...document.querySelectorAll('.plain')].map(({ firstChild }) => firstChild as Text);
  let count = 0;
  setInterval(() => {
    for (let at = 0; at < 20; at++) {
      const node = nodes[count++ % nodes.length] as Text;
      node.data = `Weather report ${count}`;
    }
  }, 10);
}
