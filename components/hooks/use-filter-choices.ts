import { useMemo } from 'react';
import { topicName } from '@/components/topic-names';
import type { NoteFilter } from '@/lib/model/note-query';
import type { Topic } from '@/lib/model/pack';
import { byEachId } from '@/lib/model/topic-ids';
import { suggest } from '@/lib/notes/search-notes';
import { useLive, valueOr } from './use-live';

/** What notes can be filtered by: the topics that they are on, by name, and tags and sites that begin as typed. */
export type FilterChoices = { topics: { id: string; name: string }[]; tags: string[]; sites: string[] };

const NONE = { ids: [] as string[], tags: [] as string[], sites: [] as string[] };
const MOST_TOPICS = 1_000;
/** More are found by typing on. */
const MOST_OFFERED = 30;

/** The choices that the reader's notes give, and the topic chosen already; nothing else while they are not `wanted`. */
export function useFilterChoices(topics: Topic[], filter: NoteFilter, wanted: boolean): FilterChoices {
  const { topic, tag, site } = filter;
  const loaded = useLive(async () => {
    if (!wanted) return NONE;
    const [ids, tags, sites] = await Promise.all([
      suggest('topic', '', MOST_TOPICS),
      suggest('tag', tag, MOST_OFFERED),
      suggest('site', site, MOST_OFFERED),
    ]);
    return { ids, tags, sites };
  }, [wanted, tag, site]);
  const { ids, tags, sites } = valueOr(loaded, NONE);
  const named = useMemo(() => {
    const byId = byEachId(topics);
    const all = [...ids, ...(topic === null ? [] : [topic])].map((id) => {
      const found = byId.get(id);
      return { id: found?.id ?? id, name: found ? topicName(found) : id };
    });
    return [...new Map(all.map((each) => [each.id, each])).values()].sort((a, b) =>
      a.name.localeCompare(b.name),
    );
  }, [topics, ids, topic]);
  return { topics: named, tags, sites };
}
