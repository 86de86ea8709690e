import type { Topic } from '@/lib/model/pack';
import { type CoarseDate, firstDay } from './coarse-date';

/** The first day that anything said of a topic is dated; null where nothing carries a date. */
export function earliestDay(topic: Topic): CoarseDate | null {
  const points = topic.insights.flatMap((insight) => insight.points);
  const dated = [...topic.facts, ...topic.events, ...topic.figures, ...topic.relations, ...points];
  return dated.reduce<CoarseDate | null>((earliest, { date }) => {
    const day = date === undefined ? null : firstDay(date);
    return day !== null && (earliest === null || day < earliest) ? day : earliest;
  }, null);
}
