import type { Candidate, Trace } from '@/lib/detect/judge';
import type { IndexTables } from '@/lib/detect/layout';
import type { PageContext } from '@/lib/detect/weigh-cues';

/** So many blocks must say the same before it holds for those that say nothing. */
const ENOUGH = 2;

/** Notes what the mentions of a block open by themselves, be it the neutral topic. */
export function noteOpened(
  regimes: IndexTables['regimes'],
  page: PageContext,
  block: number,
  candidates: Candidate[],
): void {
  for (const { topic, opens } of candidates) {
    if (!regimes[topic] || typeof opens !== 'number') continue;
    const opened = page.opened.get(topic) ?? new Map<number, Set<number>>();
    const blocks = opened.get(opens) ?? new Set();
    // More than enough change no answer.
    page.grown ||= blocks.size < ENOUGH && !blocks.has(block);
    page.opened.set(topic, opened.set(opens, blocks.add(block)));
  }
}

/**
 * The topic that a mention opens of which its own block does not say who imposes: what all others on the page open as
 * known by now, where that is among those that it `can` open.
 */
export function openedOnPage(
  regimes: IndexTables['regimes'],
  { opened }: PageContext,
  candidate: Candidate,
  can: () => number[],
  decided?: Trace['decided'],
): number {
  const { topic } = candidate;
  const [only, other] = opened.get(topic) ?? [];
  const isSure = only && !other && only[1].size >= ENOUGH && can().includes(only[0]);
  const opens = isSure ? only[0] : topic;
  decided?.(candidate, isSure ? regimes[topic]?.find((one) => one.topic === opens) : undefined, 'page');
  return opens;
}
