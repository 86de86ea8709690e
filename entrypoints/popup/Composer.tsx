import { useEffect, useRef, useState } from 'react';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useDraft } from '@/components/hooks/use-draft';
import { type About, lackOf, startDraft, turnDraft } from '@/components/notes/composer-draft';
import { NoteComposer, type SaveState, type TopicChoice } from '@/components/notes/NoteComposer';
import { askToKeep } from '@/lib/backups/ask-to-keep';
import type { ArticleFacts, PageState } from '@/lib/messages/page';
import { type AppError, toAppError } from '@/lib/model/app-error';
import type { NoteDraft } from '@/lib/model/note';
import { createNote } from '@/lib/notes/write-note';

/** Where a draft waits that belongs to no page. */
const NO_PAGE = 'popup';

type Props = {
  /** Null where no page can be reached. */
  page: Pick<PageState, 'article' | 'selection'> | null;
  topics: readonly TopicChoice[];
  /** Inside a topic's card the note is on that topic, and on the article where there is one: nothing to choose. */
  fixedTopic?: string;
};

/** The composer of the popup: keeps its draft under the page's address, and says "Saved" once the note is stored. */
export function Composer({ page: current, topics, fixedTopic }: Props) {
  const [page, setPage] = useState(current);
  const article = page?.article ?? null;
  const selection = fixedTopic === undefined ? (page?.selection ?? null) : null;
  const { loaded, draft, error: keepError, put } = useDraft<NoteDraft>(toKey(article?.canonical, fixedTopic));
  const [state, setState] = useState<SaveState>('idle');
  const [error, setError] = useState<AppError | null>(null);
  const latest = useRef(draft);
  latest.current = draft;

  // A page that answers late must not put its own draft in the place of what the reader has begun to write.
  const isBegun = page === null && (draft?.body ?? '').trim() !== '';
  useEffect(() => {
    if (!isBegun) setPage(current);
  }, [current, isBegun]);
  if (!loaded) return null;

  const usual: About = selection ? 'selection' : article ? 'page' : 'topic';
  const start = startDraft(usual, article, selection);
  const shown = draft ?? (fixedTopic === undefined ? start : { ...start, topics: [fixedTopic] });
  const passage = selection ?? (shown.target?.selectors ? toSelection(shown) : null);
  const choices: About[] =
    fixedTopic !== undefined
      ? []
      : [...(article ? (['page'] as const) : []), ...(passage ? (['selection'] as const) : []), 'topic'];

  const change = (next: NoteDraft) => {
    setState('idle');
    void put(next);
  };
  const save = async () => {
    if (state === 'saving') return;
    if (lackOf(shown) !== null) return setState('lacking');
    setState('saving');
    setError(null);
    try {
      await createNote(withDateOf(article, shown));
    } catch (thrown) {
      setError(toAppError(thrown));
      setState('idle');
      return;
    }
    // What was typed while the note was being stored is another draft.
    if (latest.current === draft) await put(null);
    setState('saved');
    // From the first note on there is something to keep.
    void askToKeep();
  };

  return (
    <NoteComposer
      draft={shown}
      choices={choices}
      topics={topics}
      state={state}
      lack={lackOf(shown)}
      onAbout={(about) => change(turnDraft(shown, about, article, passage))}
      onDraft={change}
      onSave={() => void save()}
    >
      {(error ?? keepError) && <ErrorNotice error={(error ?? keepError) as AppError} />}
    </NoteComposer>
  );
}

/** The draft with the date that its article has by now: it can be corrected after the draft was begun. */
function withDateOf(article: ArticleFacts | null, draft: NoteDraft): NoteDraft {
  const { target } = draft;
  if (target === null || target.canonical !== article?.canonical) return draft;
  return { ...draft, target: { ...target, published: article.published } };
}

/** Where the draft waits. In a topic's card the hover card of the same article keeps its own in the same place. */
function toKey(canonical: string | undefined, fixedTopic: string | undefined): string {
  if (fixedTopic !== undefined) return `card:${fixedTopic}:${canonical ?? ''}`;
  return canonical === undefined ? NO_PAGE : `page:${canonical}`;
}

/** The passage that a draft was begun on: it can be gone from the page's selection since. */
function toSelection({ target }: NoteDraft): PageState['selection'] {
  const selectors = target?.selectors;
  return selectors ? { text: selectors.quote.exact, selectors } : null;
}
