/**
 * From a passage to selectors that can be stored: W3C TextQuoteSelector and TextPositionSelector
 * (https://www.w3.org/TR/annotation-model/#selectors). Positions count in the page text of `lib/page`. In
 * quotes every run of white space is one space, as the reader saw it.
 */
import type { Selectors, Twins } from '@/lib/model/note';
import { NOTE_LIMITS } from '@/lib/model/note-limits';
import type { Passage } from './describe';

/** The selectors of a passage. */
export function toSelectors({ start, end, exact, before, after, telling, twins }: Passage): Selectors {
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: evenOut(exact).trim().slice(0, NOTE_LIMITS.quote),
      prefix: evenOut(before).slice(-NOTE_LIMITS.context),
      suffix: evenOut(after).slice(0, NOTE_LIMITS.context),
    },
    position: { type: 'TextPositionSelector', start, end },
    ...(telling && {
      surroundings: {
        before: telling.before ? evenOut(before).slice(-NOTE_LIMITS.surroundings) : '',
        after: telling.after ? evenOut(after).slice(0, NOTE_LIMITS.surroundings) : '',
      },
    }),
    ...(twins && { twins: toTwins(twins) }),
  };
}

/** What is known of them: a page's passage may say more. */
function toTwins({ before, after, row, nth, of }: Twins): Twins {
  return { before, after, row, nth, of };
}

function evenOut(text: string): string {
  return text.replace(/\s+/g, ' ');
}
