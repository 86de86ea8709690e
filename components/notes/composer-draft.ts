import type { ArticleFacts, PageSelection } from '@/lib/messages/page';
import type { NoteDraft, OwnEvent, Target } from '@/lib/model/note';
import { NOTE_LIMITS } from '@/lib/model/note-limits';
import { type CoarseDate, isCoarseDate } from '@/lib/time/coarse-date';

/** What a note is about. */
export type About = 'page' | 'selection' | 'topic';

/** Why a note cannot be saved yet; null where it can. */
export type Lack = 'body' | 'topic' | 'date' | 'event' | 'eventLength' | null;

/** What a note about the page, its selection or a topic starts as. Choosing `topic` keeps no page. */
export function startDraft(
  about: About,
  article: ArticleFacts | null,
  selection: PageSelection | null,
): NoteDraft {
  if (about === 'topic' || article === null) return { target: null, topics: [], tags: [], body: '' };
  const passage = about === 'selection' ? selection : null;
  const topics = passage?.near?.within.slice(0, NOTE_LIMITS.topics) ?? [];
  return { target: toTarget(article, passage), topics, tags: [], body: '' };
}

/** Whether a note can be on the article. Where its address is too long for that, one can still be on a topic. */
export function canHoldNotes({ canonical }: ArticleFacts): boolean {
  return canonical.length <= NOTE_LIMITS.url;
}

/**
 * What is left of a draft once the note has been stored that it was when `stored` was on screen: what was typed meanwhile
 * is another draft, without the text that it was typed behind. Null where nothing was.
 */
export function restOf(draft: NoteDraft | null, stored: NoteDraft): NoteDraft | null {
  if (!draft || draft === stored) return null;
  if (!draft.body.startsWith(stored.body)) return draft;
  return { ...draft, body: draft.body.slice(stored.body.length).trimStart() };
}

/** What a draft is about. Without a page it is about a topic, also while none is chosen. */
export function aboutOf(draft: NoteDraft): About {
  if (draft.target === null) return 'topic';
  return draft.target.selectors === null ? 'page' : 'selection';
}

/** The same text about something else, on the topics that were chosen for it. An event whose text was only proposed is proposed anew. */
export function turnDraft(
  draft: NoteDraft,
  about: About,
  article: ArticleFacts | null,
  selection: PageSelection | null,
): NoteDraft {
  const { target, topics } = startDraft(about, article, selection);
  const turned = { ...draft, target, topics: draft.topics.length > 0 ? draft.topics : topics };
  const { event } = draft;
  if (!event || event.text !== proposeEvent(draft, event.date).text) return turned;
  return { ...turned, event: { ...event, text: proposeEvent(turned, event.date).text } };
}

/** The event that a draft is proposed to be: what its passage says, dated as its article; `today` where that has no date. */
export function proposeEvent({ target }: NoteDraft, today: CoarseDate): OwnEvent {
  return {
    date: target?.published ?? today,
    text: fitEvent(target?.selectors?.quote.exact ?? ''),
  };
}

/** Whether nothing is said in a draft yet. What was only proposed or chosen can quickly be so again. */
export function isBlank(draft: NoteDraft): boolean {
  const { body, tags, event } = draft;
  const isProposed = !event || event.text === proposeEvent(draft, event.date).text;
  return body.trim() === '' && tags.length === 0 && isProposed;
}

/** What is missing for a draft to be saved. A marked passage is worth keeping without words. */
export function lackOf(draft: NoteDraft): Lack {
  const { event, topics, body } = draft;
  if ((event || aboutOf(draft) === 'topic') && topics.length === 0) return 'topic';
  if (!event) return body.trim() === '' && aboutOf(draft) !== 'selection' ? 'body' : null;
  if (event.text.trim() === '') return 'event';
  if (event.text.trim().length > NOTE_LIMITS.event) return 'eventLength';
  return isCoarseDate(event.date) ? null : 'date';
}

function fitEvent(text: string): string {
  if (text.length <= NOTE_LIMITS.event) return text;
  return `${text.slice(0, NOTE_LIMITS.event - 1).replace(/\s+\S*$/, '')}…`;
}

function toTarget(article: ArticleFacts, passage: PageSelection | null): Target {
  const url = article.url.split('#', 1)[0] ?? article.url;
  return {
    url: url.length > NOTE_LIMITS.url ? article.canonical : url,
    canonical: article.canonical,
    title: article.title.slice(0, NOTE_LIMITS.title),
    published: article.published,
    selectors: passage?.selectors ?? null,
  };
}
