import { useState } from 'react';
import type { SectionName } from '@/components/topic/section-name';

/** One place on the way through the card: a topic with the name it was left under, and the section open in it. */
export type Place = { topic: string; name: string; section: SectionName | null };

type Trail = { places: Place[]; at: number };

/** The way through the card, as a browser keeps it: to related topics, back, and forward again. */
export function useTrail(topic: string) {
  const [{ places, at }, setTrail] = useState<Trail>({ places: [{ topic, name: '', section: null }], at: 0 });
  const here = places[at] as Place;
  /** The places up to this one, which is left under its topic's name. */
  const upToHere = (name: string) => [...places.slice(0, at), { ...here, name }];
  const go = (step: 1 | -1, name: string) =>
    setTrail({ places: [...upToHere(name), ...places.slice(at + 1)], at: at + step });
  return {
    here,
    before: places[at - 1],
    after: places[at + 1],
    openSection: (section: SectionName | null) =>
      setTrail({ places: [...places.slice(0, at), { ...here, section }, ...places.slice(at + 1)], at }),
    /** Goes on to another topic; `name` is that of the one left. What lay ahead is forgotten. */
    openTopic: (next: string, name: string) =>
      setTrail({ places: [...upToHere(name), { topic: next, name: '', section: null }], at: at + 1 }),
    back: (name: string) => go(-1, name),
    forward: (name: string) => go(1, name),
  };
}
