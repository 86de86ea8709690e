import type { MeasureId } from '@/lib/model/measures';
import type { Figure, Topic } from '@/lib/model/pack';
import { asOf, outsideFold } from '@/lib/time/as-of';
import { type CoarseDate, sortKey } from '@/lib/time/coarse-date';

/** A figure of one topic among those of others. */
export type PeerFigure = { topic: Topic; figure: Figure };

/**
 * The figures of a measure over all topics, as an article of that day could know them, largest first. Of several for the
 * same thing and period the newest stands for it, of equally new ones that of the first topic.
 */
export function compareFigures(
  measure: MeasureId,
  topics: readonly Topic[],
  date: CoarseDate | null,
): PeerFigure[] {
  const newest = new Map<string, PeerFigure>();
  for (const topic of topics) {
    for (const figure of outsideFold(asOf(topic, date)).figures) {
      if (figure.measure !== measure) continue;
      const key = JSON.stringify([isName(figure.of) ? '' : topic.id, figure.of, figure.period]);
      const before = newest.get(key);
      if (!before || dayOf(before.figure) < dayOf(figure)) newest.set(key, { topic, figure });
    }
  }
  return [...newest.values()].sort((a, b) => b.figure.value - a.figure.value);
}

/** Whether what a figure is of is a name by itself ("Ascend 950PR"), and not a part of its topic ("one card"). */
export function isName(of: Figure['of']): boolean {
  return of !== undefined && /\d/.test(JSON.stringify(of));
}

function dayOf({ date }: Figure): string {
  return date === undefined ? '' : sortKey(date);
}
