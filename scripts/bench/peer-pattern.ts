/** One regular expression for all terms of the shipped packs: what the peers search with. */
import type { Family } from '@/lib/model/mention-rules';
import type { Topic } from '@/lib/model/pack';

/** Most spellings of one family: nobody would write an expression of more. */
const MOST_OF_FAMILY = 40;

/**
 * The source of the expression, for the flags `gi`, and the number of its alternatives. Families are spelled
 * out, without their gaps of any words. Peers look for no cue and decide nothing: they do less than we do.
 */
export function toPeerPattern(topics: Topic[]): { source: string; alternatives: number } {
  const terms = topics.flatMap((topic) => [
    ...topic.terms.map(({ text }) => text),
    ...(topic.families ?? []).flatMap(spellOut),
  ]);
  const longestFirst = [...new Set(terms.map((text) => text.toLowerCase()))].sort(
    (a, b) => b.length - a.length || (a < b ? -1 : 1),
  );
  const source = longestFirst.map((text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');
  return { source: `\\b(?:${source})\\b`, alternatives: longestFirst.length };
}

function spellOut({ slots }: Family): string[] {
  let spelled = [''];
  for (const slot of slots) {
    if (!Array.isArray(slot) && !('maybe' in slot)) continue;
    const phrases = Array.isArray(slot) ? slot : ['', ...slot.maybe];
    spelled = spelled.flatMap((start) => phrases.map((phrase) => `${start} ${phrase}`.trim()));
    spelled = spelled.slice(0, MOST_OF_FAMILY);
  }
  return spelled;
}
