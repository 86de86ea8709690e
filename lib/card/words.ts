import type { Relation, Status, TopicKind } from '@/lib/model/pack';
import type { Translate } from '@/lib/time/format-date';

/**
 * The mark of a statement. `opinion` marks views that are nobody's statement but an analysis, `yours` the reader's own
 * events.
 */
export type Mark = 'fact' | 'claim' | 'plan' | 'disputed' | 'opinion' | 'yours';

const MARKS: Record<Status, Mark> = {
  happened: 'fact',
  claimed: 'claim',
  planned: 'plan',
  disputed: 'disputed',
};

/** What a status is called on a card. */
export function markOf(status: Status): Mark {
  return MARKS[status];
}

/** The mark as a word. */
export function markWord(mark: Mark, t: Translate): string {
  return t(`shared.mark.${mark}`);
}

/** What kind of thing a topic is, as words. */
export function kindWord(kind: TopicKind, t: Translate): string {
  return t(kind === 'chip-series' ? 'shared.kind.chipSeries' : `shared.kind.${kind}`);
}

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
