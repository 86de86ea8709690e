import type { Status, TopicKind } from '@/lib/model/pack';
import type { Translate } from '@/lib/time/format-date';

/**
 * The mark of a statement. `opinion` marks views that are nobody's statement but an analysis, `yours` the reader's own
 * events, `added` those of a pack that the reader added.
 */
export type Mark = 'fact' | 'claim' | 'plan' | 'disputed' | 'opinion' | 'yours' | 'added';

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
