/**
 * The reader's own events among those of a pack. They are events like others, divided by `asOf` under the same law:
 * nothing dated after the article appears outside "since then". What tells them apart is their id, that of the note:
 * no id of a pack has a colon in it.
 */
import type { Note, Target } from '@/lib/model/note';
import type { Source, TimelineEvent, Topic } from '@/lib/model/pack';
import type { PackText } from '@/lib/model/pack-fields';
import { PACK_LIMITS } from '@/lib/model/pack-limits';
import { idsOf } from '@/lib/model/topic-ids';

/** Longest origin and address of a source in a pack. */
const LONGEST_ORIGIN = 160;
const LONGEST_URL = 600;

/**
 * The topic with the events that notes on it put on its timeline, each at its own date, and the articles they were read
 * in as sources. The topic itself where there is none. All are `key`: what the reader added, they want to see.
 */
export function withOwnEvents(topic: Topic, notes: readonly Note[]): Topic {
  const ids = idsOf(topic);
  const events: TimelineEvent[] = [];
  const sources = new Map<string, Source>();
  for (const { id, event, target, topics } of notes) {
    if (!event || !topics.some((one) => ids.includes(one))) continue;
    const source = target && (sources.get(target.canonical) ?? toSource(id, target));
    if (source) sources.set(target.canonical, source);
    events.push({
      id,
      text: toPackText(event.text),
      date: event.date,
      status: 'happened',
      sources: source ? [source.id] : [],
      key: true,
    });
  }
  if (events.length === 0) return topic;
  return { ...topic, events: [...topic.events, ...events], sources: [...topic.sources, ...sources.values()] };
}

/** The article that an event was read in: its site, which is all that is known of who says so, and its title. */
function toSource(id: string, { url, title, published }: Target): Source {
  const { host, protocol } = URL.parse(url) ?? { host: '', protocol: '' };
  const isWeb = /^https?:$/.test(protocol) && url.length <= LONGEST_URL;
  const site = host.replace(/^www\./, '');
  const [origin = url, via] = [site, title.trim()].filter((text) => text !== '');
  return {
    id,
    origin: toPackText(origin.slice(0, LONGEST_ORIGIN)),
    ...(via !== undefined && { via: toPackText(via.slice(0, LONGEST_ORIGIN)) }),
    ...(isWeb && { url }),
    ...(published !== null && { date: published }),
    tier: 'newsroom',
  };
}

/** The reader's text: nobody has said in which language it is. */
function toPackText(text: string): PackText {
  return { und: text.slice(0, PACK_LIMITS.statement) };
}
