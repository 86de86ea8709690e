/** Whether what a content script says of a selection has the shape that we know. No zod: the card's first view imports it. */
import type { Telling } from '@/lib/anchor/find-twin';
import { PASSAGE_LIMITS } from '@/lib/anchor/passage-limits';
import type { Twins } from '@/lib/model/note';
import { isRecord, isText } from './is-text';
import type { SaidSelection, TopicsNear } from './page';

const LIMITS = { selected: 10_000, topic: 80, topics: 5_000 };

/** Whether it is one, with texts of sane length and possible places. */
export function isSelection(selection: unknown): selection is SaidSelection {
  if (!isRecord(selection) || !isRecord(selection.passage)) return false;
  const { start, end, exact, before, after, telling, twins } = selection.passage;
  return (
    isText(selection.text, LIMITS.selected) &&
    isCount(start) &&
    isCount(end) &&
    isText(exact, PASSAGE_LIMITS.quote) &&
    isText(before, PASSAGE_LIMITS.context) &&
    isText(after, PASSAGE_LIMITS.context) &&
    (telling === null || isTelling(telling)) &&
    (twins === undefined || isTwins(twins)) &&
    (selection.near === undefined || isNear(selection.near))
  );
}

function isTelling(telling: unknown): telling is Telling {
  return isRecord(telling) && typeof telling.before === 'boolean' && typeof telling.after === 'boolean';
}

function isTwins(twins: unknown): twins is Twins {
  return (
    isRecord(twins) &&
    isShare(twins.before) &&
    isShare(twins.after) &&
    isCount(twins.row) &&
    isCount(twins.nth) &&
    isCount(twins.of) &&
    twins.of > 0
  );
}

function isNear(near: unknown): near is TopicsNear {
  const isTopics = (list: unknown) =>
    Array.isArray(list) && list.length <= LIMITS.topics && list.every((id) => isText(id, LIMITS.topic));
  return isRecord(near) && isTopics(near.within) && isTopics(near.around);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isShare(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1;
}
