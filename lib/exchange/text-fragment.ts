/**
 * Links that show a quote on its page: text fragments
 * (https://wicg.github.io/scroll-to-text-fragment/), `#:~:text=prefix-,start,end,-suffix`.
 */
import type { Selectors } from '@/lib/model/note';

/** Quotes longer than this are named by their first and last words: a text that stands in one piece may not cross blocks. */
const LONGEST_WHOLE = 120;
/** Words that begin and end a longer one. */
const END_WORDS = 6;
/** Words of context on each side: more find fewer places, and more often none. */
const CONTEXT_WORDS = 3;

/** The address of a page with the quote as its text fragment. `url` is of the web. */
export function toTextFragment(url: string, { quote: { exact, prefix, suffix } }: Selectors): string {
  const words = cutWords(exact);
  const isWhole = exact.length <= LONGEST_WHOLE || words.length <= 2 * END_WORDS;
  const before = cutWords(prefix);
  const after = cutWords(suffix);
  // Context is cut at a number of characters: its outermost word may be a part of one.
  const near = {
    prefix: joined(before.slice(1).slice(-CONTEXT_WORDS)),
    suffix: joined(after.slice(0, -1).slice(0, CONTEXT_WORDS)),
  };
  const parts = [
    near.prefix && `${encode(near.prefix)}-`,
    ...(isWhole
      ? [encode(exact.trim())]
      : [encode(joined(words.slice(0, END_WORDS))), encode(joined(words.slice(-END_WORDS)))]),
    near.suffix && `-${encode(near.suffix)}`,
  ];
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${parts.filter((part) => part !== '').join(',')}`;
}

/** Where words begin and end, also in languages that write without spaces; marks go with the word before them. */
function cutWords(text: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of SEGMENTER.segment(text.trim())) {
    if (isWordLike || words.length === 0) words.push(segment);
    else words.push(`${words.pop()}${segment}`);
  }
  return words;
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'word' });

function joined(words: readonly string[]): string {
  return words.join('').trim();
}

/** Comma and hyphen mean something between the parts. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
}
