/** The few numbers that a list of measurements comes down to. */

/** The value below which this share of the values lies, between two of them where none is there. NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/** The middle value; NaN for none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The sum. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** A number in three digits or so, as one reads it in a table. */
export function toText(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return value >= 1_000 ? Math.round(value).toLocaleString('en') : `${Number(value.toPrecision(3))}`;
}

/** The middle half of the values: "0.9 to 1.3". */
export function toSpread(values: readonly number[], unit = ''): string {
  return `${toText(quantile(values, 0.25))} to ${toText(quantile(values, 0.75))}${unit}`;
}
