import type { Relation } from '@/lib/model/pack';
import type { Translate } from '@/lib/time/format-date';

const RELATIONS = {
  makes: 'card.relation.makes',
  supplies: 'card.relation.supplies',
  'competes-with': 'card.relation.competesWith',
  regulates: 'card.relation.regulates',
  restricts: 'card.relation.restricts',
  'part-of': 'card.relation.partOf',
  succeeds: 'card.relation.succeeds',
  'announced-at': 'card.relation.announcedAt',
  'runs-on': 'card.relation.runsOn',
  'responds-to': 'card.relation.respondsTo',
  about: 'card.relation.about',
} as const satisfies Record<Relation['type'], string>;

/** What a topic does to another one, as a label before its name: "Makes". */
export function relationWord(type: Relation['type'], t: Translate): string {
  return t(RELATIONS[type]);
}
