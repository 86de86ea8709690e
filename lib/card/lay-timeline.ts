/**
 * Where the events of a timeline stand on an axis of days.
 *
 * Laws: a date is as long as it is coarse, so a year is a span and no point in it. On an axis that ends with the article
 * nothing stands beyond the article's last day but the days that plans name. In a lane no two marks overlap, and none lies
 * on the way from a plan to its day: the later one takes the next free row.
 */
import type { TimelineEvent } from '@/lib/model/pack';
import { type CoarseDate, firstDay, lastDay } from '@/lib/time/coarse-date';
import { addMonths, toDay, toDayNumber } from '@/lib/time/days';
import { markOfEvent } from './mark-of-event';
import type { Mark } from './words';

/**
 * One event: its first and last day as numbers of days, and its row, counted from the top over all lanes. `due`: the last
 * day that a plan names; null for what is no plan or names none.
 */
export type TimelineMark = {
  event: TimelineEvent;
  mark: Mark;
  from: number;
  to: number;
  due: number | null;
  row: number;
};

/** The rows of one kind of event. */
export type TimelineLane = { mark: Mark; firstRow: number; rows: number };

/** A timeline laid out, in numbers of days. `ticks`: days with the date that names them. */
export type TimelineLayout = {
  from: number;
  to: number;
  ticks: { day: number; date: CoarseDate }[];
  lanes: TimelineLane[];
  marks: TimelineMark[];
};

type Space = {
  /** Events end with the last day of this date, and what reaches beyond it is cut off there; null: none is cut off. */
  until: CoarseDate | null;
  /** A day that stands on the axis in any case. */
  including?: CoarseDate | null;
  /** The part of the axis, 0 to 1, that one mark covers. */
  markShare: number;
  mostTicks: number;
};

const LANES: readonly Mark[] = ['fact', 'claim', 'disputed', 'plan', 'yours', 'added'];
const TICK_MONTHS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1_200];
/** Shorter than this, an axis might have no month to name. */
const SHORTEST_DAYS = 62;

/** The layout of some events, in lanes by kind. Null where there is none. */
export function layTimeline(events: readonly TimelineEvent[], space: Space): TimelineLayout | null {
  const { until, including } = space;
  const end = until === null ? Number.POSITIVE_INFINITY : toDayNumber(lastDay(until));
  const spans = events
    .map((event) => {
      const mark = markOfEvent(event);
      const from = toDayNumber(firstDay(event.date));
      const to = Math.min(end, toDayNumber(lastDay(event.until ?? event.date)));
      const due = mark === 'plan' && event.due !== undefined ? toDayNumber(lastDay(event.due)) : to;
      return { event, mark, from, to, due: due > to ? due : null };
    })
    .filter((span) => span.from <= span.to)
    .sort((a, b) => a.from - b.from || a.to - b.to);
  if (spans.length === 0) return null;

  const also = including ? [toDayNumber(lastDay(including))] : [];
  const to = Math.max(...(until === null ? also : [end]), ...spans.map((span) => span.due ?? span.to));
  const from = Math.min(to - SHORTEST_DAYS, ...also, ...spans.map((span) => span.from));
  const markDays = (to - from) * space.markShare;

  const lanes: TimelineLane[] = [];
  const marks: TimelineMark[] = [];
  let rows = 0;
  for (const mark of LANES) {
    const ends: number[] = [];
    for (const span of spans) {
      if (span.mark !== mark) continue;
      const middle = (span.from + span.to) / 2;
      const begins = Math.min(span.from, middle - markDays / 2);
      const free = ends.findIndex((end) => end < begins);
      const row = free < 0 ? ends.length : free;
      ends[row] = Math.max(span.due ?? span.to, middle + markDays / 2);
      marks.push({ ...span, row: rows + row });
    }
    if (ends.length > 0) lanes.push({ mark, firstRow: rows, rows: ends.length });
    rows += ends.length;
  }
  return { from, to, ticks: layTicks(from, to, space.mostTicks), lanes, marks };
}

/** Months or years at even steps, no more than asked for. */
function layTicks(from: number, to: number, most: number): TimelineLayout['ticks'] {
  let ticks: TimelineLayout['ticks'] = [];
  for (const months of TICK_MONTHS) {
    ticks = stepsOf(months, from, to);
    if (ticks.length <= most) break;
  }
  return ticks;
}

function stepsOf(months: number, from: number, to: number): TimelineLayout['ticks'] {
  const [year = 0, month = 0] = toDay(from).split('-').map(Number);
  const passed = (year * 12 + month - 1) % months;
  const ticks: TimelineLayout['ticks'] = [];
  for (let at = addMonths(`${toDay(from).slice(0, 7)}-01`, -passed); toDayNumber(at) <= to; ) {
    const day = toDayNumber(at);
    if (day >= from) ticks.push({ day, date: at.slice(0, months < 12 ? 7 : 4) });
    at = addMonths(at, months);
  }
  return ticks;
}
