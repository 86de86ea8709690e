/** What became of a text that may be JSON: its value, or the reason why it has none. */
export type ParsedJson = { ok: true; value: unknown } | { ok: false; reason: string };

/**
 * Parses JSON from anywhere. Refuses a text over `mostBytes` (as UTF-8) or nested deeper than `mostDepth`
 * before it is parsed, so that neither the parser nor what reads the value after it can be exhausted.
 */
export function parseJson(
  text: string,
  limits: { mostBytes: number; mostDepth: number; mostValues?: number },
): ParsedJson {
  const megabytes = limits.mostBytes / 1_000_000;
  // A character is at least one byte: the cheap check first.
  if (text.length > limits.mostBytes || new Blob([text]).size > limits.mostBytes) {
    return { ok: false, reason: `larger than ${megabytes} MB` };
  }
  const { depth, values } = measure(text, limits.mostDepth);
  // Of a byte each it would take a hundred times its size in memory.
  if (values > (limits.mostValues ?? Number.POSITIVE_INFINITY))
    return { ok: false, reason: 'too many values' };
  if (depth > limits.mostDepth) {
    return { ok: false, reason: `nested deeper than ${limits.mostDepth} levels` };
  }
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (thrown) {
    return { ok: false, reason: `not JSON (${thrown instanceof Error ? thrown.message : String(thrown)})` };
  }
}

/** How deep brackets are nested outside of strings, and about how many values there are; stops one level above `most`. */
function measure(text: string, most: number): { depth: number; values: number } {
  let values = 0;
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length && deepest <= most; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) inString = !inString;
    else if (inString) {
      if (code === BACKSLASH) index += 1;
    } else if (code === OPEN_BRACKET || code === OPEN_BRACE) {
      depth += 1;
      values += 1;
      deepest = Math.max(deepest, depth);
    } else if (code === COMMA) values += 1;
    else if (code === CLOSE_BRACKET || code === CLOSE_BRACE) depth -= 1;
  }
  return { depth: deepest, values };
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
