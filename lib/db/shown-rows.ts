import type { SidelightDatabase } from './database';

/** The rows of the notes that are not hidden, in the order of their changing. */
export function shownRows({ notes }: SidelightDatabase) {
  return notes
    .where('[shown+modifiedAt]')
    .between([1, Number.NEGATIVE_INFINITY], [1, Number.POSITIVE_INFINITY]);
}
