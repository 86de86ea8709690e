import type { Relation, Topic, TopicKind } from '@/lib/model/pack';
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

/** How a name stands in a sentence, and of what kind of thing it is. */
export type NameGrammar = { plural: boolean; the: boolean; kind: TopicKind };

/** How the name that a topic is shown by stands in a sentence. */
export function nameGrammar({ names, kind }: Topic, shown: string): NameGrammar {
  const name = names.find(({ text }) => text === shown);
  return { plural: name?.plural ?? false, the: name?.the ?? false, kind };
}

/**
 * The sentence that says a relation, cut where the names go: "$1 makes $2" is subject, " makes ", object. Its verb
 * agrees with the subject.
 */
export function relationSentence(
  type: Relation['type'],
  subject: NameGrammar,
  object: NameGrammar,
  t: Translate,
): (string | RelationEnd)[] {
  const parts = t(toSentence(type, subject.kind, object.kind), subject.plural ? 2 : 1, [
    subject.the ? t('card.sentence.theFirst', [SUBJECT]) : SUBJECT,
    object.the ? t('card.sentence.the', [OBJECT]) : OBJECT,
  ]).split(/([\uE000\uE001])/);
  return parts
    .filter((part) => part !== '')
    .map((part) => (part === SUBJECT ? { end: 'subject' } : part === OBJECT ? { end: 'object' } : part));
}

/** Nobody is a part of a company, and nothing one of a policy or an event but its like. */
function toSentence(type: Relation['type'], subject: TopicKind, object: TopicKind) {
  if (type === 'part-of' && subject === 'person') return 'card.sentence.isWith';
  const isUnlike = (object === 'policy' || object === 'event') && subject !== object;
  if (type === 'part-of' && isUnlike) return 'card.sentence.playsPart';
  return SENTENCES[type];
}
