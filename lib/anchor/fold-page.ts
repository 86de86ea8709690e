/**
 * The form in which a page and a quote are compared: the units of `lib/detect/fold`, in which case, width, kind of
 * quotation mark, hyphen or bracket make no difference, and without white space and what is as if it were not there.
 * So neither markup that joins or parts blocks nor rewritten entities change it.
 */
import { COMPLEX, DROP, foldUnit, OTHER, SPACE } from '@/lib/detect/fold';
import type { Pace } from './anchor';

/** A folded text; `offsets[i]` is the UTF-16 offset at which unit `i` stands in the text it came from. */
export type Folded = { text: string; offsets: Uint32Array };

/** Units between two looks at the clock, and units that become a string at once. */
const STRIDE = 4_096;

/** Folds a text in one go. */
export function fold(text: string): Folded {
  const units = new Uint16Array(text.length);
  const offsets = new Uint32Array(text.length);
  const count = foldStretch(text, 0, text.length, units, offsets, 0);
  let folded = '';
  for (let from = 0; from < count; from += STRIDE)
    folded += toText(units.subarray(from, Math.min(from + STRIDE, count)));
  return { text: folded, offsets: offsets.subarray(0, count) };
}

/** The same of a whole page, with rests. */
export async function foldPage(text: string, pace: Pace): Promise<Folded> {
  const units = new Uint16Array(text.length);
  const offsets = new Uint32Array(text.length);
  let count = 0;
  let folded = '';
  for (let from = 0; from < text.length; from += STRIDE) {
    if (pace.isSpent()) await pace.rest();
    count = foldStretch(text, from, Math.min(from + STRIDE, text.length), units, offsets, count);
  }
  for (let from = 0; from < count; from += STRIDE) {
    if (pace.isSpent()) await pace.rest();
    folded += toText(units.subarray(from, Math.min(from + STRIDE, count)));
  }
  return { text: folded, offsets: offsets.subarray(0, count) };
}

/** Appends what a stretch of the text folds to; returns how many units there are now. */
function foldStretch(
  text: string,
  from: number,
  to: number,
  units: Uint16Array,
  offsets: Uint32Array,
  before: number,
): number {
  let count = before;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    const folded = foldUnit(unit);
    if (folded === SPACE || folded === DROP) continue;
    if (folded === COMPLEX && at > 0) {
      const composed = (text[at - 1] + (text[at] as string)).normalize('NFC');
      if (composed.length === 1 && count > 0) {
        units[count - 1] = foldUnit(composed.charCodeAt(0));
        continue;
      }
    }
    offsets[count] = at;
    units[count++] = folded === OTHER ? foldSign(unit) : folded === COMPLEX ? unit : folded;
  }
  return count;
}

/** What is no part of a word stays what it is, but for its width and the kind of a quotation mark. */
function foldSign(unit: number): number {
  const sign = unit > 0xff00 && unit < 0xff5f ? unit - 0xfee0 : unit;
  const isMark =
    sign === 0x22 ||
    sign === 0xab ||
    sign === 0xbb ||
    (sign > 0x2017 && sign < 0x2020) ||
    (sign > 0x2038 && sign < 0x203b) ||
    (sign > 0x3007 && sign < 0x3012);
  return isMark ? OTHER : sign;
}

/** Where in the folded text a place of the text is: how many of its units come before it. */
export function toFolded({ offsets }: Pick<Folded, 'offsets'>, position: number): number {
  let at = 0;
  for (let above = offsets.length; at < above; ) {
    const middle = (at + above) >> 1;
    if ((offsets[middle] as number) < position) at = middle + 1;
    else above = middle;
  }
  return at;
}

function toText(units: Uint16Array): string {
  return String.fromCharCode.apply(null, units as unknown as number[]);
}
