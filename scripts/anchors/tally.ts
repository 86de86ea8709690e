/** How one approach did with the selections of one kind of edit. */
import { type Line, reached } from '../bench/report.ts';
import type { Case } from './cases.ts';
import { nearestSpan, overlap, type Span, shareOf } from './known-place.ts';

/** Least overlap with the known place for it to be the right one. */
const RIGHT = 0.8;
/** Where less is left of a selection, a place of whose text not even this share is the selection's own is a wrong one. */
const OWN = 0.5;

/** Counts of selections. */
export type Tally = {
  all: number;
  kept: number;
  keptRight: number;
  removed: number;
  removedOrphans: number;
  wrong: number;
};

/** Nothing counted yet. */
export function createTally(): Tally {
  return { all: 0, kept: 0, keptRight: 0, removed: 0, removedOrphans: 0, wrong: 0 };
}

/**
 * Counts one selection by what became of it and where it was found in the text, null for nowhere. Where it stands as it
 * stood before, `again`, it is right, whichever characters those are. A place that `isAlike` never counts as wrong, but
 * does not count as right for that.
 */
export function count(
  tally: Tally,
  text: string,
  { fate, again, isAlike }: Pick<Case, 'fate' | 'again' | 'isAlike'>,
  found: Span | null,
): void {
  tally.all++;
  const isAgain = found !== null && again !== null && overlap(text, found, again) >= RIGHT;
  if (isAgain && fate.fate !== 'kept') return;
  if (fate.fate === 'removed') {
    if (found && isAlike(found)) return;
    tally.removed++;
    if (found) tally.wrong++;
    else tally.removedOrphans++;
    return;
  }
  if (fate.fate === 'changed') {
    if (found && shareOf(text, found, fate.pieces) < OWN && !isAlike(found)) tally.wrong++;
    return;
  }
  const isRight = isAgain || (found !== null && overlap(text, found, nearestSpan(fate, found)) >= RIGHT);
  tally.kept++;
  if (isRight) tally.keptRight++;
  else if (found && !isAlike(found)) tally.wrong++;
}

/** The bars of one kind of edit, with the other approach beside. */
export function toLines(edit: string, ours: Tally, theirs: Tally): Line[] {
  const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(2)} %`;
  const line = (
    figure: string,
    part: keyof Tally,
    of: keyof Tally,
    bar: string,
    isMet: (share: number) => boolean,
  ) =>
    ours[of] === 0
      ? []
      : [
          {
            ...reached(`${edit}: ${figure}`, 0, bar, isMet(ours[part] / ours[of])),
            value: percent(ours[part], ours[of]),
            spread: `of ${ours[of]}; Hypothesis ${percent(theirs[part], theirs[of])}`,
          },
        ];
  const least = edit.startsWith('unchanged') ? 1 : 0.97;
  return [
    ...line('right place', 'keptRight', 'kept', `≥ ${least * 100} %`, (share) => share >= least),
    ...line('removed, said so', 'removedOrphans', 'removed', '≥ 99 %', (share) => share >= 0.99),
    ...line('wrong place', 'wrong', 'all', '≤ 0.2 %', (share) => share <= 0.002),
  ];
}
