import type { i18n } from '#i18n';
import { type CoarseDate, firstDay, precisionOf } from './coarse-date';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The library's own `i18n.t`, handed in so that the same words can be rendered outside a browser. */
export type Translate = (typeof i18n)['t'];

/**
 * A date as exact as it is known: "2025", "Q4 2025", "Sep 2025", "18 Sep 2025". In the language of our
 * own sentences ("2025年9月18日"), not of the browser: a German date inside an English sentence would read as a
 * mistake.
 */
export function formatDate(date: CoarseDate, t: Translate): string {
  const precision = precisionOf(date);
  const [year = '', month = '', day = ''] = firstDay(date).split('-').map(Number).map(String);
  if (precision === 'quarter') return t('shared.quarter', [String(Math.ceil(Number(month) / 3)), year]);
  const [hasMonth, hasDay] = [precision !== 'year', precision === 'day'];
  const locale = t('shared.locale');
  // English has no locale that writes "18 Sep 2025" as the packs do, and a formatter takes its time from the first view.
  if (locale === 'en') {
    return `${hasDay ? `${day} ` : ''}${hasMonth ? `${MONTHS[Number(month) - 1]} ` : ''}${year}`;
  }
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    ...(hasMonth && { month: 'short' }),
    ...(hasDay && { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${firstDay(date)}T00:00:00Z`));
}

/** The month of a date, or the date itself where not even that much is known: "to Apr 2026". */
export function formatMonth(date: CoarseDate, t: Translate): string {
  return formatDate(precisionOf(date) === 'day' ? date.slice(0, 7) : date, t);
}

/** The day of a moment in the reader's own time zone. `atMs` is milliseconds since 1970. */
export function formatMoment(atMs: number, t: Translate): string {
  return formatDate(todayOf(new Date(atMs)), t);
}

/** Today in the reader's own time zone, as `YYYY-MM-DD`. */
export function todayOf(now: Date): CoarseDate {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
