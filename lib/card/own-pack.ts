/**
 * The reader's own events as a pack that another reader can take in: of each topic what the pack needs to name it, and
 * nothing on its timeline but these events.
 */
import type { Note } from '@/lib/model/note';
import type { Pack, PackManifest, Source, TimelineEvent, Topic } from '@/lib/model/pack';
import type { CoarseDate } from '@/lib/time/coarse-date';
import { newestDate } from '@/lib/time/newest-date';
import { isOwnEvent } from './is-own-event';
import { withOwnEvents } from './own-events';

/**
 * The pack's own words: `name` is what it is called, `today` its day of publication. `replica`: the installation that
 * writes it, so that two readers' packs on a topic are two.
 */
type About = { name: string; today: CoarseDate; replica: string };

/** Of the id of an installation, enough to tell two of them apart; and what that leaves of the longest id of a pack. */
const REPLICA_UNITS = 8;
const LONGEST_START = 71;

/**
 * The files of the pack by their names in its folder, as `parsePack` takes them; null where the notes hold no event.
 */
export function toOwnPack(
  topic: Topic,
  notes: readonly Note[],
  { name, today, replica }: About,
): Record<string, unknown> | null {
  const bare: Topic = {
    id: topic.id,
    ...(topic.formerIds && { formerIds: topic.formerIds }),
    group: topic.group,
    kind: topic.kind,
    ...(topic.whose !== undefined && { whose: topic.whose }),
    names: topic.names,
    summary: topic.summary,
    knownUntil: topic.knownUntil,
    terms: [],
    facts: [],
    events: [],
    figures: [],
    insights: [],
    relations: [],
    sources: [],
  };
  const { events, sources } = withOwnEvents(bare, notes);
  if (events.length === 0) return null;
  const manifest: PackManifest = {
    format: 1,
    id: `${`own-${topic.id}`.slice(0, LONGEST_START).replace(/-+$/, '')}-${replica.slice(0, REPLICA_UNITS)}`,
    version: toVersion(today),
    name,
    language: 'en',
    published: today,
    topics: [topic.id],
  };
  const content: Pack['contents'][number] = {
    ...bare,
    knownUntil: newestDate(events.map(({ date }) => date)) ?? topic.knownUntil,
    events: events.map(toPackEvent),
    sources: sources.map(toPackSource),
  };
  return { 'pack.json': manifest, [`topics/${topic.id}.json`]: content };
}

/** The later the day, the higher the version: a newer file replaces an older one. */
function toVersion(today: CoarseDate): string {
  return today.split('-').map(Number).join('.');
}

function toPackEvent(event: TimelineEvent): TimelineEvent {
  return { ...event, id: toPackId(event.id), sources: event.sources.map(toPackId) };
}

function toPackSource(source: Source): Source {
  return { ...source, id: toPackId(source.id) };
}

/** The id of a note as packs write ids: its 96 bits in hexadecimal digits, so that it stays the same in every export. */
export function toPackId(id: string): string {
  if (!isOwnEvent(id)) return id;
  const bits = atob(id.slice('note:'.length).replaceAll('-', '+').replaceAll('_', '/'));
  return `own-${Array.from(bits, (unit) => unit.charCodeAt(0).toString(16).padStart(2, '0')).join('')}`;
}
