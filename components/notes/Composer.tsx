import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { storeNote } from '@/components/hooks/store-note';
import { useDraft } from '@/components/hooks/use-draft';
import { valueOr } from '@/components/hooks/use-live';
import { useTags } from '@/components/hooks/use-notes';
import { PageNotice } from '@/components/PageNotice';
import { askToKeep } from '@/lib/backups/ask-to-keep';
import { offerTopics } from '@/lib/card/offer-topics';
import type { ArticleFacts, PageState } from '@/lib/messages/page';
import { type AppError, toAppError } from '@/lib/model/app-error';
import type { Note, NoteDraft } from '@/lib/model/note';
import type { Choice } from './ChipsField';
import {
  type About,
  aboutOf,
  canHoldNotes,
  isBlank,
  lackOf,
  restOf,
  startDraft,
  turnDraft,
} from './composer-draft';
import { eventChoice } from './event-choice';
import { NoteComposer, type SaveState, type TopicChoice } from './NoteComposer';

const NO_TAGS: string[] = [];

/** How far saving is, and why it failed last, of the note on the page at an address. */
type Saving = { url: string | undefined; state: SaveState; error: AppError | null };

const NOT_SAVING: Saving = { url: undefined, state: 'idle', error: null };

type Props = {
  /** Where it stands: each place keeps drafts of its own, or two that are open at once would overwrite each other's. */
  place: 'popup' | 'panel' | 'card';
  /** Null where no page can be reached. */
  page: Pick<PageState, 'article' | 'selection' | 'topics'> | null;
  topics: readonly TopicChoice[];
  /** Inside a topic's card the note is on that topic, and on the article where there is one: nothing to choose. */
  fixedTopic?: Choice;
  /** Beside a selected passage the note is on that, also where the draft was begun on something else. */
  isOnPassage?: boolean;
  /** What the field for the text is called, where that is not said around it. */
  label?: string;
  /** Called with true while something was typed here and is not saved. */
  onHolding?: ((isHolding: boolean) => void) | undefined;
  /** Called with the note once it is stored, where nothing was typed meanwhile. */
  onMade?: (note: Note) => void;
};

/** The composer of popup, panel and card: keeps its draft under the page's address, and says "Saved" once the note is stored. */
export function Composer({ place, page: current, topics, fixedTopic, isOnPassage, label, ...on }: Props) {
  const { onHolding, onMade } = on;
  const [page, setPage] = useState(current);
  const article = page && canHoldNotes(page.article) ? page.article : null;
  const selection = article && fixedTopic === undefined ? (page?.selection ?? null) : null;
  const key = toKey(place, article?.canonical, fixedTopic?.id);
  const url = page?.article.url;
  const [at, setAt] = useState({ key, url });
  const { loaded, draft, error: keepError, put } = useDraft<NoteDraft>(at.key, isBlank);
  const isBegun = draft !== null && !isBlank(draft);
  // A page may write late of which article it is, and the reader may say so: what they are writing stays in its field.
  if ((at.key !== key || at.url !== url) && !(isBegun && at.url === url)) setAt({ key, url });
  const tags = valueOr(useTags(true), NO_TAGS);
  const [saving, setSaving] = useState<Saving>(NOT_SAVING);
  // What is said of one page's note is not said beside another.
  const { state, error } = saving.url === at.url ? saving : NOT_SAVING;
  const say = (state: SaveState, error: AppError | null = null) => setSaving({ url: at.url, state, error });

  // A page that answers late must not put its own draft in the place of what the reader has begun to write.
  const isElsewhere = page === null && isBegun;
  useEffect(() => {
    if (!isElsewhere) setPage(current);
  }, [current, isElsewhere]);
  // What was begun elsewhere goes on here.
  const isHolding = isOnPassage === true && isBegun;
  useEffect(() => {
    if (isHolding) onHolding?.(true);
  }, [onHolding, isHolding]);
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  if (!loaded) return null;

  const usual: About = selection ? 'selection' : article ? 'page' : 'topic';
  const start = startDraft(usual, article, selection);
  const begun = draft ?? (fixedTopic === undefined ? start : { ...start, topics: [fixedTopic.id] });
  const shown = isOnPassage ? turnDraft(begun, usual, article, selection) : begun;
  const passage = selection ?? (shown.target?.selectors ? toSelection(shown) : null);
  const choices: About[] =
    fixedTopic !== undefined || isOnPassage
      ? []
      : [...(article ? (['page'] as const) : []), ...(passage ? (['selection'] as const) : []), 'topic'];

  const offered = offerTopics(selection?.near ?? null, page?.topics ?? []);
  const change = (next: NoteDraft) => {
    say('idle', error);
    onHolding?.(!isBlank(next));
    void put(next);
  };
  const save = async () => {
    if (state === 'saving') return;
    if (lackOf(shown) !== null) return say('lacking', error);
    say('saving');
    try {
      const note = await storeNote(ofArticle(article, shown), draft && { key: at.key, draft });
      // From the first note on there is something to keep.
      void askToKeep();
      // Where it was closed meanwhile, another may be writing in this place.
      if (!isHere.current) return;
      const rest = await put((last) => restOf(last, draft ?? shown));
      say('saved');
      if (rest) return;
      onHolding?.(false);
      onMade?.(note);
    } catch (thrown) {
      say('idle', toAppError(thrown));
    }
  };

  return (
    <>
      {page && !article && <PageNotice text={i18n.t('notes.composer.addressLong')} />}
      <NoteComposer
        draft={shown}
        label={label}
        choices={choices}
        topics={fixedTopic === undefined ? topics : []}
        offered={offered}
        tags={tags}
        event={eventChoice(ofArticle(article, shown), {
          start: fixedTopic === undefined ? start : { ...start, topics: [] },
          offered: fixedTopic === undefined ? offered : [fixedTopic.id],
          known: fixedTopic === undefined ? topics : [fixedTopic],
        })}
        state={state}
        lack={lackOf(shown)}
        onAbout={(about) => change(turnDraft(shown, about, article, passage))}
        onDraft={change}
        onSave={() => void save()}
      >
        {(error ?? keepError) && <ErrorNotice error={(error ?? keepError) as AppError} />}
      </NoteComposer>
    </>
  );
}

/** The draft with the date that its article has by now, and on the article that its page is by now: both can be corrected after it was begun. */
function ofArticle(article: ArticleFacts | null, draft: NoteDraft): NoteDraft {
  const { target } = draft;
  if (target === null || article === null) return draft;
  if (target.canonical === article.canonical)
    return { ...draft, target: { ...target, published: article.published } };
  const isHere = target.url === article.url.split('#', 1)[0];
  return isHere ? turnDraft(draft, aboutOf(draft), article, toSelection(draft)) : draft;
}

/** Where the draft waits. In a topic's card the hover card of the same article keeps its own in the same place. */
function toKey(place: Props['place'], canonical: string | undefined, fixedTopic: string | undefined): string {
  if (fixedTopic !== undefined) return `card:${fixedTopic}:${canonical ?? ''}`;
  if (place === 'panel') return `panel:${canonical ?? ''}`;
  return canonical === undefined ? 'popup' : `page:${canonical}`;
}

/** The passage that a draft was begun on: it can be gone from the page's selection since. */
function toSelection({ target }: NoteDraft): PageState['selection'] {
  const selectors = target?.selectors;
  return selectors ? { text: selectors.quote.exact, selectors } : null;
}
