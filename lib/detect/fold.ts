/**
 * Folding: what makes "ＨＵＡ­ＷＥＩ", "Huawei" and "HUAWEI" the same word. Each UTF-16 unit folds on its own
 * to one number, so that the scan reads the page's text without building a second string. The few units
 * that fold together with their neighbours (combining marks, ligatures, half-width voiced kana) answer
 * `COMPLEX`; a text that holds one is folded by `foldText` first, which keeps an offset map.
 *
 * Answers below 48 are classes; all others are the folded unit of a word.
 */

/** Soft hyphens, zero-widths, Arabic vowel signs, the dot below of Hindi: as if they were not there. */
export const DROP = 1;
export const COMPLEX = 2;
/** Any white space, no-break spaces and line breaks included. The least answer that a unit gives whatever stands around it. */
export const SPACE = 3;
/** Any hyphen or dash. */
export const HYPHEN = 4;
/** Any apostrophe. */
export const APOSTROPHE = 5;
export const DOT = 6;
/** Ends a word, and a term with it. */
export const OTHER = 7;
/** The least answer that is part of a word. */
export const WORD = 48;

/**
 * One answer for each UTF-16 unit, for the one loop that cannot afford a call. Filled as units are met (a page uses a few
 * hundred of them); 0 is "not met yet".
 */
export const FOLDED = new Uint16Array(65_536);

/** The folded unit or class of a UTF-16 unit. */
export function foldUnit(unit: number): number {
  FOLDED[unit] ||= unit < 128 ? foldAscii(unit) : foldWide(unit);
  return FOLDED[unit] as number;
}

/** From here on each folded unit is a word by itself: Chinese, Japanese and Korean need no word boundary. */
export const FIRST_IDEOGRAPH = 0x2e80;

/** Whether a folded unit is a word by itself. */
export function isIdeograph(folded: number): boolean {
  return folded >= FIRST_IDEOGRAPH;
}

function foldAscii(unit: number): number {
  if (unit > 64 && unit < 91) return unit + 32;
  if ((unit > 96 && unit < 123) || (unit > 47 && unit < 58) || unit === 95) return unit;
  if (unit === 32 || (unit > 8 && unit < 14)) return SPACE;
  return unit === 45 ? HYPHEN : unit === 39 ? APOSTROPHE : unit === 46 ? DOT : OTHER;
}

/** By range first: to compile a Unicode property pattern, or to ask for a normal form, costs more than to fold a page. */
function foldWide(unit: number): number {
  if (unit === 0xa0 || unit === 0x3000 || unit === 0x202f || unit === 0x205f) return SPACE;
  if (unit === 0xad || unit === 0xfeff || unit === 0x640 || unit === 0x93c || (unit > 0x64a && unit < 0x653))
    return DROP;
  if (unit > 0x1fff && unit < 0x2070) {
    if (unit < 0x200b || (unit > 0x2027 && unit < 0x202a)) return SPACE;
    if (unit < 0x2010 || unit > 0x2029) return unit > 0x202f && unit < 0x2060 ? OTHER : DROP;
    return unit < 0x2016
      ? HYPHEN
      : unit === 0x2018 || unit === 0x2019 || unit === 0x201b
        ? APOSTROPHE
        : OTHER;
  }
  if (unit === 0x2212) return HYPHEN;
  // "미·중": the middle dots of Korean and Japanese join what they stand between.
  if (unit === 0xb7 || unit === 0x30fb) return DOT;
  if (unit > 0x33ff && unit < 0xd7a4) return unit;
  if ((unit > 0x2ff && unit < 0x370) || (unit > 0x10ff && unit < 0x1200)) return COMPLEX;
  if (unit > 0x3098 && unit < 0x309d) return COMPLEX;
  if ((unit > 0x3040 && unit < 0x3100) || unit === 0x3005) return unit;
  if (unit > 0xfdff && unit < 0xfe10) return DROP;
  if (unit > 0xff00 && unit < 0xff5f) return foldAscii(unit - 0xfee0);
  // Hebrew, Arabic but for its signs, Devanagari: each letter and digit folds to itself.
  if ((unit > 0x5cf && unit < 0x5eb) || (unit > 0x61f && unit < 0x66a)) return unit;
  if ((unit > 0x66d && unit < 0x6d4) || (unit > 0x8ff && unit < 0x958)) return unit;
  // Signs of Latin, arrows and pictures, brackets of Chinese, halves of pairs.
  if (unit < 0xc0 || (unit > 0x206f && unit < 0x2c00) || (unit > 0x2fff && unit < 0x3021)) return OTHER;
  if (unit > 0xd7ff && unit < 0xf900) return OTHER;
  const given = String.fromCharCode(unit);
  const small = given.toLowerCase();
  // Latin and Cyrillic, but for the few that a normal form changes.
  if ((unit < 0x132 || (unit > 0x3ff && unit < 0x482)) && small.length < 2)
    return small === given.toUpperCase() ? OTHER : small.charCodeAt(0);
  const folded = given.normalize('NFKC').toLowerCase();
  if (unit === 0xff9e || unit === 0xff9f) return COMPLEX;
  if (unit > 0xff5e && folded !== given) return foldUnit(folded.charCodeAt(0));
  // "CUDA™" and "Huawei²" are the names with a mark after them, though both marks fold to word units.
  if (!/[\p{L}\p{Nd}\p{M}]/u.test(given)) return OTHER;
  return folded.length > 1 ? COMPLEX : folded.charCodeAt(0);
}

for (let unit = 0; unit < 128; unit++) foldUnit(unit);

/** A folded text and, for each of its units and its end, the offset in the text it came from. */
export type FoldedText = { text: string; offsets: number[] };

/** Composes what folds together with its neighbours; the rest is left to `foldUnit`. */
export function foldText(text: string): FoldedText {
  const offsets: number[] = [];
  let folded = '';
  for (const cluster of text.matchAll(/[\s\S][\u0300-\u036f\u1160-\u11ff\u3099\u309a\uff9e\uff9f]*/g)) {
    const composed = cluster[0].normalize('NFKC').toLowerCase().normalize('NFC');
    for (let unit = 0; unit < composed.length; unit++) offsets.push(cluster.index);
    folded += composed;
  }
  offsets.push(text.length);
  return { text: folded, offsets };
}
