import type { ArticleFacts, PageSelection } from '@/lib/messages/page';
import { NOTE_LIMITS, type NoteDraft, type Target } from '@/lib/model/note';

/** What a note is about. */
export type About = 'page' | 'selection' | 'topic';

/** Why a note cannot be saved yet; null where it can. */
export type Lack = 'body' | 'topic' | null;

/** What a note about the page, its selection or a topic starts as. Choosing `topic` keeps no page. */
export function startDraft(
  about: About,
  article: ArticleFacts | null,
  selection: PageSelection | null,
): NoteDraft {
  if (about === 'topic' || article === null) return { target: null, topics: [], tags: [], body: '' };
  const passage = about === 'selection' ? selection : null;
  return { target: toTarget(article, passage), topics: [], tags: [], body: '' };
}

/** What a draft is about. Without a page it is about a topic, also while none is chosen. */
export function aboutOf(draft: NoteDraft): About {
  if (draft.target === null) return 'topic';
  return draft.target.selectors === null ? 'page' : 'selection';
}

/** The same text about something else. */
export function turnDraft(
  draft: NoteDraft,
  about: About,
  article: ArticleFacts | null,
  selection: PageSelection | null,
): NoteDraft {
  return { ...startDraft(about, article, selection), body: draft.body, tags: draft.tags };
}

/** What is missing for a draft to be saved. A marked passage is worth keeping without words. */
export function lackOf(draft: NoteDraft): Lack {
  if (aboutOf(draft) === 'topic' && draft.topics.length === 0) return 'topic';
  return draft.body.trim() === '' && aboutOf(draft) !== 'selection' ? 'body' : null;
}

function toTarget(article: ArticleFacts, passage: PageSelection | null): Target {
  return {
    url: article.url.split('#', 1)[0] ?? article.url,
    canonical: article.canonical,
    title: article.title.slice(0, NOTE_LIMITS.title),
    published: article.published,
    selectors: passage?.selectors ?? null,
  };
}
