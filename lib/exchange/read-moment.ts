const MOMENT = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * A date, or a date and a time, as files of notes have them, in milliseconds since 1970; without an offset in UTC, so
 * that it is the same moment on every machine. `null` for anything else.
 */
export function readMoment(text: string): number | null {
  const trimmed = text.trim();
  if (!MOMENT.test(trimmed)) return null;
  // Some browsers read no more than milliseconds, and none but the strict form alike.
  const [day = '', time = ''] = trimmed.replace(/(\.\d{3})\d+/, '$1').split(/[T ]/);
  const offset = time.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  const moment = Date.parse(time === '' ? day : `${day}T${/Z|[+-]/.test(offset) ? offset : `${offset}Z`}`);
  return Number.isNaN(moment) ? null : moment;
}
