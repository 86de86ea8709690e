/** Which notes may be found: empty or `null` leaves that open. */
export type NoteFilter = {
  /** The id of the topic that they are on. */
  topic: string | null;
  /** How one of their tags begins. */
  tag: string;
  /** How the host of their page begins, or that of a site it is part of. */
  site: string;
  /** The first and the last day on which they may have been written, as `2025-09-18`, in local time. */
  from: string | null;
  to: string | null;
};

/** The filter that leaves everything open. */
export const NO_FILTER: NoteFilter = { topic: null, tag: '', site: '', from: null, to: null };

/** `relevance`: what fits best first, the newest of equals; `date`: the newest first. */
export type NoteOrder = 'relevance' | 'date';

/** What a reader asks for among their notes. */
export type NoteQuery = { text: string; filter: NoteFilter; order: NoteOrder };

/** Whether the filter leaves anything out. */
export function isFiltering({ topic, tag, site, from, to }: NoteFilter): boolean {
  return topic !== null || tag.trim() !== '' || site.trim() !== '' || from !== null || to !== null;
}
