import { MEASURES } from '@/lib/model/measures';
import type { Figure } from '@/lib/model/pack';
import { type CoarseDate, compareDates, sortKey } from '@/lib/time/coarse-date';

/** The same figure of a topic at several dates, oldest first: of the period that it is of, or else of the day it was said. */
export type FigureSeries = { id: string; points: { date: CoarseDate; figure: Figure }[] };

/** What changes with time; what a chip or a system does was fixed when it was made, and only said at several dates. */
const CHANGING: readonly string[] = ['company', 'market', 'rules'];

/** The series among the figures of one topic, in the pack's order. */
export function figureSeries(figures: readonly Figure[]): FigureSeries[] {
  const series = new Map<string, FigureSeries>();
  for (const figure of figures) {
    const { measure, label, of, unit, period, date = period } = figure;
    if (date === undefined || (measure !== undefined && !CHANGING.includes(MEASURES[measure].of))) continue;
    const id = JSON.stringify([measure, label, of, unit]);
    const one = series.get(id) ?? { id, points: [] };
    one.points.push({ date: period ?? date, figure });
    series.set(id, one);
  }
  return [...series.values()]
    .filter(({ points: [first, ...others] }) =>
      others.some(({ date }) => first && compareDates(first.date, date) !== 0),
    )
    .map(({ id, points }) => ({
      id,
      points: points.sort((a, b) => (sortKey(a.date) < sortKey(b.date) ? -1 : 1)),
    }));
}
