import type { Relation } from '@/lib/model/pack';
import type { Translate } from '@/lib/time/format-date';

/** One of the two ends of a relation, where its name stands in a sentence. */
export type RelationEnd = { end: 'subject' | 'object' };

const SENTENCES = {
  makes: 'card.sentence.makes',
  supplies: 'card.sentence.supplies',
  'competes-with': 'card.sentence.competesWith',
  regulates: 'card.sentence.regulates',
  restricts: 'card.sentence.restricts',
  'part-of': 'card.sentence.partOf',
  succeeds: 'card.sentence.succeeds',
  'announced-at': 'card.sentence.announcedAt',
  'runs-on': 'card.sentence.runsOn',
  'responds-to': 'card.sentence.respondsTo',
  about: 'card.sentence.about',
} as const satisfies Record<Relation['type'], string>;

/** Stand where the names go while a sentence is cut: characters that no sentence has. */
const SUBJECT = '\uE000';
const OBJECT = '\uE001';

/** The sentence that says a relation, cut where the names go: "$1 makes $2" is subject, " makes ", object. */
export function relationSentence(type: Relation['type'], t: Translate): (string | RelationEnd)[] {
  const parts = t(SENTENCES[type], [SUBJECT, OBJECT]).split(/([\uE000\uE001])/);
  return parts
    .filter((part) => part !== '')
    .map((part) => (part === SUBJECT ? { end: 'subject' } : part === OBJECT ? { end: 'object' } : part));
}
