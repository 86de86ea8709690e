import { type CueDistance, decideRegime, topicOf } from './decide-regime';
import type { Candidate, Trace } from './judge';
import type { RegimeCues } from './layout';
import { hasNumber } from './number-set';
import type { PageContext } from './weigh-cues';

/** The topic that a mention opens of which its own block said nothing: by who imposes anywhere on the page as known by now. */
export function openedOnPage(
  regimes: RegimeCues[],
  { cues: known }: PageContext,
  candidate: Candidate,
  decided?: Trace['decided'],
): number {
  const imposing = regimes.filter(({ imposers }) =>
    [...known].some(([cue, imposes]) => imposes && hasNumber(imposers, cue)),
  );
  const distance: CueDistance = (cues, except) =>
    [...known.keys()].some((cue) => hasNumber(cues, cue, except)) ? 0 : Infinity;
  const regime = decideRegime(regimes, imposing, distance);
  decided?.(candidate, regime, 'page');
  return topicOf(regime, distance, candidate.topic);
}
