import { i18n } from '#i18n';
import { formatMoment, todayOf } from '@/lib/time/format-date';

/** A moment as short as it can be told apart: the time of day, with the day where it is not today. Milliseconds since 1970. */
export function formatTime(atMs: number, nowMs: number): string {
  const time = formatClock(new Date(atMs));
  if (todayOf(new Date(atMs)) === todayOf(new Date(nowMs))) return time;
  return i18n.t('sync.at', [formatMoment(atMs, i18n.t), time]);
}

/** Hours as the reader's system counts them, in the language of our sentences. */
function formatClock(moment: Date): string {
  const { hourCycle } = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions();
  const options: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
  if (hourCycle) options.hourCycle = hourCycle;
  return new Intl.DateTimeFormat(i18n.t('shared.locale'), options).format(moment);
}
