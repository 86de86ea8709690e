import { type Topic, topicSchema } from '@/lib/model/pack';

/** A topic with what a test names of it; terms may be plain strings. */
export function makeTopic(
  id: string,
  given: Partial<Omit<Topic, 'terms'>> & { terms?: (string | object)[] },
): Topic {
  const terms = (given.terms ?? []).map((term) => ({
    lang: 'en',
    ...(typeof term === 'string' ? { text: term } : term),
  }));
  return topicSchema.parse({
    id,
    group: id,
    kind: 'company',
    names: [{ text: id, lang: 'en' }],
    summary: 'A topic of a test.',
    knownUntil: '2026-06',
    facts: [],
    events: [],
    sources: [],
    ...given,
    terms,
  });
}
