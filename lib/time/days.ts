import type { CoarseDate } from './coarse-date';

const DAY_MS = 86_400_000;

/** The number of a day, `YYYY-MM-DD`; the next day has the next number. */
export function toDayNumber(day: CoarseDate): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The day of a number, as `YYYY-MM-DD`. */
export function toDay(dayNumber: number): CoarseDate {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}

/** The same day so many months later, or the month's last where it has no such day. */
export function addMonths(day: CoarseDate, months: number): CoarseDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0));
  lastDay.setUTCDate(Math.min(date, lastDay.getUTCDate()));
  return lastDay.toISOString().slice(0, 10);
}
