import type { Selectors } from '@/lib/model/note';
import { type Folded, fold, toFolded } from './fold-page';
import { LETTER, type Wanted } from './place';

/** Selectors folded, to be looked for in a folded page. */
export function toWanted({ quote, position, surroundings, twins }: Selectors, page: Folded): Wanted {
  return {
    prefix: fold(surroundings?.before || quote.prefix).text,
    exact: fold(quote.exact).text,
    suffix: fold(surroundings?.after || quote.suffix).text,
    at: toFolded(page, position.start),
    telling: surroundings ? { before: surroundings.before !== '', after: surroundings.after !== '' } : null,
    twins: twins ?? null,
    ...findCuts(quote),
  };
}

/** What stands beside the quote of the words that its ends cut; of text without spaces eight signs. */
function findCuts({ prefix, exact, suffix }: Selectors['quote']) {
  return {
    cutBefore: fold(LETTER.test(exact) ? (/[\p{L}\p{N}]{1,8}$/u.exec(prefix)?.[0] ?? '') : '').text,
    cutAfter: fold(/[\p{L}\p{N}]$/u.test(exact) ? (/^[\p{L}\p{N}]{1,8}/u.exec(suffix)?.[0] ?? '') : '').text,
  };
}
