import { anchorAll } from '@/lib/anchor/anchor';
import { describeSpan } from '@/lib/anchor/describe';
import { toSelectors } from '@/lib/anchor/to-selectors';
import type { Selectors } from '@/lib/model/note';

/** Never rests. */
export const NO_HURRY = { isSpent: () => false, rest: async () => {} };

/** The text of a page: an article of a few paragraphs. */
export const ARTICLE = [
  'Chips in the dock',
  'The port of Rotterdam has stopped eleven crates of lithography spares that were on their way to Shenzhen, the customs office said on Tuesday.',
  'Nobody would say who had packed them. “We look at papers, not at people,” an officer told this paper—and shrugged.',
  'A spokesman for the maker said that its own papers were in order. He would not say more.',
  'The trade in second-hand tools has doubled since the spring, brokers in Singapore reckon; prices have followed.',
  'Analysts expect that the ministry will answer before the summer. It has done so twice.',
  'Share this page',
].join('\n\n');

/** The selectors of a span as a reader's note would have them. */
export function select(text: string, start: number, end: number): Selectors {
  return toSelectors(describeSpan(text, start, end, text.slice(start, end)));
}

/** The same of the first place where a quote stands. */
export function selectText(text: string, quote: string): Selectors {
  const start = text.indexOf(quote);
  if (start < 0) throw new Error(`"${quote}" is not there.`);
  return select(text, start, start + quote.length);
}

/** Where selectors are found in a text; null for nowhere. */
export async function anchorOne(text: string, selectors: Selectors) {
  const [found] = await anchorAll(text, [selectors], NO_HURRY);
  return found ?? null;
}

/** What stands there. */
export async function quoteAt(text: string, selectors: Selectors) {
  const found = await anchorOne(text, selectors);
  return found && text.slice(found.start, found.end);
}
