/** Who of several who act decides: in the mention's sentence, and in its block where that names nobody. */
import type { Place } from '@/lib/detect/judge';
import type { RegimeCues } from '@/lib/detect/layout';
import { partAround, SENTENCE_END } from '@/lib/detect/prose';
import { type CueDistance, decideByOrder, decideRegime } from './decide-regime';
import { type Imposer, isOnlyWhere, strongest, within } from './find-imposers';
import { leadingOf } from './leading';
import { isInReply, isReacting } from './reacts';

/** How far behind a mention one who acts in another sentence tells of it. */
const BEHIND_REACH = 120;

/** A mention and what it opens by its block alone: the neutral topic where that is for the page to tell. */
export type Told = Pick<Place, 'start' | 'end' | 'topic'> & { opens: number };

/** Who of those who act there decides: of several not those who only report, are told, or take a stand. */
export function decideByActing(
  regimes: RegimeCues[],
  acting: Imposer[],
  { text, start, end }: Place,
  distance: CueDistance,
): RegimeCues | null | undefined {
  let regime = decideByOrder(regimes, acting, distance);
  const [, last] = partAround(text, start, end, SENTENCE_END);
  for (const some of regime === null && acting.length > 1
    ? [
        leadingOf(acting, text, [start, end], last),
        acting.filter((one) => !isReacting(text, one.start, one.end, start)),
      ]
    : [])
    regime ??= decideByOrder(regimes, some, distance) ?? null;
  return regime;
}

/**
 * Where its sentence names nobody: whose the mentions before it in its block are, and who acted since; where these are
 * not the same, nobody's. Of a first mention it is who acts before it, or else the first behind it.
 */
export function decideInBlock(
  regimes: RegimeCues[],
  acting: Imposer[],
  own: Told[],
  place: Place,
  distance: CueDistance,
): RegimeCues | null | undefined {
  const { text, start, end, topic } = place;
  const last = own.at(-1);
  const since = last ? partAround(text, last.start, last.end, SENTENCE_END)[1] : 0;
  const there = within(acting, [since, start]);
  if (!last) {
    // Whom it answers comes behind it.
    const isReply = isInReply(text.slice(end, partAround(text, start, end, SENTENCE_END)[1]));
    const behind = isReply ? [] : acting.filter((one) => one.start < end + BEHIND_REACH);
    const named = there.length ? strongest(there) : strongest(behind).slice(0, 1);
    const regime = decideByActing(regimes, named, place, distance);
    if (!named.length || !isOnlyWhere(named)) return regime;
    return regime && distance(regime.goods) < Infinity ? regime : undefined;
  }
  const before = there.filter((one) => !one.isWhere);
  // What is nobody's stays so.
  if (last.opens === topic && before.length === 0) return null;
  const told = own.filter(({ opens }) => opens !== topic && last.opens !== topic);
  const [only, other] = new Set([
    ...regimes.filter((one) => told.some(({ opens }) => opens === one.topic)),
    ...before.map(({ regime }) => regime),
  ]);
  return other === undefined ? only && decideRegime(regimes, [only], distance) : null;
}
