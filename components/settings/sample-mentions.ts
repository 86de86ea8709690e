import { createChoice } from '@/lib/detect/density';
import { CORE_GROUPS } from '@/lib/model/look';
import type { Settings } from '@/lib/model/settings';

/** A stretch of a sample paragraph; `group` is null where it is not underlined. */
export type SampleRun = { text: string; group: string | null; start: number };

/**
 * Sample paragraphs, in which a mention is written `[group|word]`, cut into runs and underlined as `density` would
 * underline a page: the same rule decides as on pages.
 */
export function sampleMentions(paragraphs: readonly string[], density: Settings['density']): SampleRun[][] {
  const choose = createChoice(density, CORE_GROUPS);
  let end = 0;
  return paragraphs.map((paragraph) => {
    const runs = readParagraph(paragraph);
    const text = runs.map((run) => run.text).join('');
    end += text.length;
    const mentions = runs.flatMap(({ text: opens, group, start }) =>
      group === null ? [] : [{ start, end: start + opens.length, topic: opens, opens, group }],
    );
    const starts = new Set(choose(mentions, { text, end }).map(({ start }) => start));
    return runs.map((run) => (starts.has(run.start) ? run : { ...run, group: null }));
  });
}

function readParagraph(paragraph: string): SampleRun[] {
  const runs: SampleRun[] = [];
  let start = 0;
  const add = (text: string, group: string | null) => {
    if (text === '') return;
    runs.push({ text, group, start });
    start += text.length;
  };
  let last = 0;
  for (const found of paragraph.matchAll(/\[([a-z-]+)\|([^\]]+)\]/g)) {
    add(paragraph.slice(last, found.index), null);
    add(found[2] ?? '', found[1] ?? null);
    last = found.index + found[0].length;
  }
  add(paragraph.slice(last), null);
  return runs;
}
