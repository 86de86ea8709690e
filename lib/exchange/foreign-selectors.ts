/** W3C selectors as other programs write them; of the kinds there are we read two. */
import { z } from 'zod';
import type { Selectors } from '@/lib/model/note';
import { NOTE_LIMITS } from '@/lib/model/note-limits';
import { evenOut } from './foreign';

const quoteSchema = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().max(NOTE_LIMITS.quote),
  prefix: z.string().default(''),
  suffix: z.string().default(''),
});
const positionSchema = z.object({
  type: z.literal('TextPositionSelector'),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});

type Quote = z.infer<typeof quoteSchema>;
type Position = z.infer<typeof positionSchema>;

/** A selector of a quote or a position; `null` is one of any other kind. */
export const selectorSchema = z.unknown().transform((selector, context): Quote | Position | null => {
  const type = typeof selector === 'object' && selector !== null && 'type' in selector ? selector.type : null;
  const schema =
    type === 'TextQuoteSelector' ? quoteSchema : type === 'TextPositionSelector' ? positionSchema : null;
  const read = schema?.safeParse(selector);
  for (const { message, path } of read?.error?.issues ?? [])
    context.addIssue({ code: 'custom', message, path });
  return read?.data ?? null;
});

/** The first quote and the first position among selectors, and what a second quote says of its surroundings. */
export function pickSelectors(selectors: readonly (Quote | Position | null)[]) {
  const [quote, wider] = selectors.filter((selector) => selector?.type === 'TextQuoteSelector');
  return {
    quote,
    wider,
    position: selectors.find((selector) => selector?.type === 'TextPositionSelector'),
  };
}

/**
 * Selectors of a quote, with white space and surroundings as we keep them; `null` where there is no quote. `position`
 * counts in the other's text of the page: where ours has something else there, the quote decides.
 */
export function foreignSelectors(
  quote: (Pick<Quote, 'exact'> & Partial<Quote>) | undefined,
  position: Omit<Position, 'type'> | undefined,
): Selectors | null {
  const exact = evenOut(quote?.exact ?? '').trim();
  if (exact === '') return null;
  const { start, end } = position ?? { start: 0, end: exact.length };
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact,
      prefix: evenOut(quote?.prefix ?? '').slice(-NOTE_LIMITS.context),
      suffix: evenOut(quote?.suffix ?? '').slice(0, NOTE_LIMITS.context),
    },
    position: { type: 'TextPositionSelector', start, end },
  };
}
