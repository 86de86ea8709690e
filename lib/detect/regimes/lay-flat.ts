/**
 * A text as one line, as the page shows it: each run of white space as one space. The grammar of who imposes reads words that
 * a space parts, and a page may break its lines anywhere and put a no-break space anywhere. The ideographic space stays: it parts headlines.
 *
 * `placeOf` answers with the offset in that line of one in the text.
 */
export function layFlat(text: string): { line: string; placeOf: (at: number) => number } {
  if (!/[^\S \u3000]|\s\s/.test(text)) return { line: text, placeOf: (at) => at };
  const places = new Uint32Array(text.length + 1);
  let line = '';
  let isOpen = true;
  for (let at = 0; at < text.length; at++) {
    places[at] = line.length;
    const unit = text[at] as string;
    const isSpace = !/[\S\u3000]/.test(unit);
    if (isOpen || !isSpace) line += isSpace ? ' ' : unit;
    isOpen = !isSpace;
  }
  places[text.length] = line.length;
  return { line, placeOf: (at) => places[at] as number };
}
