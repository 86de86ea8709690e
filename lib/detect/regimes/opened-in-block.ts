import type { Candidate, Opened, Place, Trace } from '@/lib/detect/judge';
import type { IndexTables, RegimeCues } from '@/lib/detect/layout';
import type { Findings } from '@/lib/detect/read-terms';
import type { Told } from './decide-by-acting';
import { findImposers, type Imposer } from './find-imposers';
import { layFlat } from './lay-flat';
import { openedTopic } from './opened-topic';

/** As many mentions behind one are looked at for one that does not overlap it. */
const NEXT = 3;

/**
 * Takes the mentions of a block, in their order, and answers each with what tells later what it opens; undefined where its
 * topic has no regimes. What one opens tells of the next, so the first question answers for all.
 */
export function createOpening(
  regimes: IndexTables['regimes'],
  text: string,
  found: Findings,
  trace?: Trace,
): (place: Place) => Candidate['opens'] {
  const places: Place[] = [];
  const block = trace?.block;
  let told: Opened[] | undefined;
  const tell = () => {
    if (trace && block !== undefined) trace.block = block;
    const { line, placeOf } = layFlat(text);
    const inLine = found.map(([start, end, output]): Findings[0] => [placeOf(start), placeOf(end), output]);
    const imposers: Imposer[][] = [];
    const before: Told[] = [];
    const answers: Opened[] = [];
    for (const [at, place] of places.entries()) {
      const { topic } = place;
      const start = placeOf(place.start);
      const end = placeOf(place.end);
      const own = regimes[topic] as RegimeCues[];
      imposers[topic] ??= findImposers(own, line, inLine);
      // Who stands inside the next mention is its own: "las cuotas chinas de exportación".
      const next = places.slice(at + 1, at + 1 + NEXT).find((one) => one.start >= place.end);
      const [from, to] = next ? [placeOf(next.start), placeOf(next.end)] : [Infinity, Infinity];
      const others = imposers[topic].filter((one) => one.start < from || one.end > to);
      const opens = openedTopic(
        own,
        others,
        before,
        { ...place, text: line, found: inLine, start, end },
        trace && ((_, ...decision) => trace.decided(place, ...decision)),
      );
      answers.push(opens);
      before.push({ start, end, topic, opens: typeof opens === 'number' ? opens : topic });
    }
    return answers;
  };
  return (place) => {
    if (!regimes[place.topic]) return undefined;
    const at = places.push(place) - 1;
    return (now) => {
      if (now !== undefined) {
        text = now;
        told = undefined;
        return place.topic;
      }
      told ??= tell();
      return told[at] as Opened;
    };
  };
}
