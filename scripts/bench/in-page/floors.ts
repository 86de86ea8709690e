/** What nobody can be faster than: ways to reach the text of a page that do nothing with it. */

const SHOW_TEXT = 4;
const encoder = new TextEncoder();

/** The bare walk: every text node, its length looked at. Returns the number of UTF-16 units. */
export function walkBare(): number {
  const walker = document.createTreeWalker(document.body, SHOW_TEXT);
  let units = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) units += (node as Text).data.length;
  return units;
}

/**
 * The cold floor: walk, join and encode what stands outside script and style. Returns the number of bytes written;
 * `room` must hold three for each unit.
 */
export function encodeProse(room: Uint8Array): number {
  const walker = document.createTreeWalker(document.body, SHOW_TEXT);
  const parts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (isProse(node)) parts.push((node as Text).data);
  }
  return encoder.encodeInto(parts.join(''), room).written;
}

/**
 * The same for text that need not be looked for: `isTaken` says of each text node of the page, in page order,
 * whether its text is taken. No scan can know that, so this is below what any can reach.
 */
export function encodeTaken(isTaken: Uint8Array, room: Uint8Array): number {
  const walker = document.createTreeWalker(document.body, SHOW_TEXT);
  const parts: string[] = [];
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (isTaken[at++]) parts.push((node as Text).data);
  }
  return encoder.encodeInto(parts.join(''), room).written;
}

/**
 * The warm floor: a walk outside script and style that reads every unit (of several such walks the quickest). Returns a
 * number made of them all.
 */
export function readUnits(): number {
  const walker = document.createTreeWalker(document.body, SHOW_TEXT);
  let sum = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!isProse(node)) continue;
    const { data } = node as Text;
    for (let at = 0, { length } = data; at < length; at++) sum = (sum + data.charCodeAt(at)) | 0;
  }
  return sum;
}

/** Whether a text node stands outside script and style. */
export function isProse({ parentNode }: Node): boolean {
  const { nodeName } = parentNode as Node;
  return nodeName !== 'SCRIPT' && nodeName !== 'STYLE' && nodeName !== 'NOSCRIPT';
}

/** "1" or "0" for each text node of the page, in page order. */
export function flagText(isWanted: (node: Text) => boolean): string {
  const walker = document.createTreeWalker(document.body, SHOW_TEXT);
  let flags = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    flags += isWanted(node as Text) ? '1' : '0';
  }
  return flags;
}
