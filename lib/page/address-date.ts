import { readDay } from './read-day';

/** An article's own part has a name: a date at the end of an address is the address of that day's list. */
const NAME = '(?=[^/]*\\p{L})';
const YEAR = '((?:19|20)\\d\\d)';
const PATTERNS = [
  // /2025/09/18/name, /2025-09/18/content_1.htm, /2025-09-18-name, /2025/sep/18/name
  `[/_-]${YEAR}[/_-](\\d\\d?|[a-z]{3})[/_-](\\d\\d?)[/_-](?:[^/]+/)*${NAME}`,
  // /20250918/name, /t20250918_1.html
  `[/_-][a-z]?${YEAR}(\\d\\d)(\\d\\d)[/_-](?:[^/]+/)*${NAME}`,
  // /name-20250918
  `\\p{L}-${YEAR}-?(\\d\\d)-?(\\d\\d)(?:\\.\\w+)?/?$`,
  // /2025/09/name
  `/${YEAR}/(\\d\\d)/${NAME}`,
].map((pattern) => new RegExp(pattern, 'iu'));

/** The day (or month) that an address names before or after the article's own name; null where it names none. */
export function addressDate(address: string): string | null {
  const { pathname } = new URL(originalAddress(address));
  for (const pattern of PATTERNS) {
    const [, year, month, day] = pattern.exec(decode(pathname)) ?? [];
    const found = /^\D/.test(month ?? '')
      ? readDay(`${day} ${month} ${year}`)
      : readDay([year, month, day].filter(Boolean).join('-'));
    if (found) return found;
  }
  return null;
}

/** The address that an archive holds a copy of, which stands whole inside the archive's own, after the day of the copy. */
export function originalAddress(address: string): string {
  const inner = /\/(https?:\/{1,2}[^/].*)/.exec(new URL(address).pathname)?.[1];
  const original = inner?.replace(/^(https?:)\/*/, '$1//');
  return original && URL.canParse(original) ? original : address;
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
