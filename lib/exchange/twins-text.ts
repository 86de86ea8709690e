import type { Twins } from '@/lib/model/note';

/** How a quote compares with its twins, in one text: five numbers with spaces between them; empty for nothing. */
export function toTwinsText(twins: Twins | undefined): string {
  return twins ? [twins.before, twins.after, twins.row, twins.nth, twins.of].join(' ') : '';
}

/** The same read again; what is no number becomes one that no note accepts. Null for an empty text. */
export function fromTwinsText(text: string): Twins | null {
  if (text === '') return null;
  const [before, after, row, nth, of] = text
    .split(' ')
    .map((part) => (part === '' ? Number.NaN : Number(part)));
  const toNumber = (part = Number.NaN) => part;
  return {
    before: toNumber(before),
    after: toNumber(after),
    row: toNumber(row),
    nth: toNumber(nth),
    of: toNumber(of),
  };
}
