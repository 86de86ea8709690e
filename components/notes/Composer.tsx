import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { storeNote } from '@/components/hooks/store-note';
import { useDraft } from '@/components/hooks/use-draft';
import { valueOr } from '@/components/hooks/use-live';
import { useTags } from '@/components/hooks/use-notes';
import { askToKeep } from '@/lib/backups/ask-to-keep';
import { offerTopics } from '@/lib/card/offer-topics';
import type { ArticleFacts, PageState } from '@/lib/messages/page';
import type { AppError } from '@/lib/model/app-error';
import type { NoteDraft } from '@/lib/model/note';
import { todayOf } from '@/lib/time/format-date';
import type { Choice } from './ChipsField';
import { type About, lackOf, proposeEvent, startDraft, turnDraft } from './composer-draft';
import { NoteComposer, type SaveState, type TopicChoice } from './NoteComposer';

const NO_TAGS: string[] = [];

type Props = {
  /** Where it stands: each place keeps drafts of its own, or two that are open at once would overwrite each other's. */
  place: 'popup' | 'panel';
  /** Null where no page can be reached. */
  page: Pick<PageState, 'article' | 'selection' | 'topics'> | null;
  topics: readonly TopicChoice[];
  /** Inside a topic's card the note is on that topic, and on the article where there is one: nothing to choose. */
  fixedTopic?: Choice;
};

/** The composer of popup and panel: keeps its draft under the page's address, and says "Saved" once the note is stored. */
export function Composer({ place, page: current, topics, fixedTopic }: Props) {
  const [page, setPage] = useState(current);
  const article = page?.article ?? null;
  const selection = fixedTopic === undefined ? (page?.selection ?? null) : null;
  const {
    loaded,
    draft,
    error: keepError,
    put,
  } = useDraft<NoteDraft>(toKey(place, article?.canonical, fixedTopic?.id), isBlank);
  const tags = valueOr(useTags(true), NO_TAGS);
  const [state, setState] = useState<SaveState>('idle');
  const [error, setError] = useState<AppError | null>(null);
  const latest = useRef(draft);
  latest.current = draft;

  // A page that answers late must not put its own draft in the place of what the reader has begun to write.
  const isBegun = page === null && draft !== null && !isBlank(draft);
  useEffect(() => {
    if (!isBegun) setPage(current);
  }, [current, isBegun]);
  if (!loaded) return null;

  const usual: About = selection ? 'selection' : article ? 'page' : 'topic';
  const start = startDraft(usual, article, selection);
  const shown = draft ?? (fixedTopic === undefined ? start : { ...start, topics: [fixedTopic.id] });
  const passage = selection ?? (shown.target?.selectors ? toSelection(shown) : null);
  const choices: About[] =
    fixedTopic !== undefined
      ? []
      : [...(article ? (['page'] as const) : []), ...(passage ? (['selection'] as const) : []), 'topic'];

  const offered = offerTopics(selection?.near ?? null, page?.topics ?? []);
  // A sentence that names several is about the first: the others are offered. What the reader has chosen stays.
  const isChosen = shown.topics.length > 0 && shown.topics.join() !== start.topics.join();
  const eventTopics = isChosen || fixedTopic || shown.event ? shown.topics : offered.slice(0, 1);

  const change = (next: NoteDraft) => {
    setState('idle');
    void put(next);
  };
  const save = async () => {
    if (state === 'saving') return;
    if (lackOf(shown) !== null) return setState('lacking');
    setState('saving');
    setError(null);
    const failure = await storeNote(withDateOf(article, shown));
    if (failure) {
      setError(failure);
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
      topics={fixedTopic === undefined ? topics : []}
      offered={offered}
      tags={tags}
      event={{
        label: eventLabel(eventTopics, fixedTopic ? [fixedTopic] : topics),
        propose: () => ({
          event: proposeEvent(withDateOf(article, shown), todayOf(new Date())),
          topics: eventTopics,
        }),
      }}
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
function toKey(place: Props['place'], canonical: string | undefined, fixedTopic: string | undefined): string {
  if (fixedTopic !== undefined) return `card:${fixedTopic}:${canonical ?? ''}`;
  if (place === 'panel') return `panel:${canonical ?? ''}`;
  return canonical === undefined ? 'popup' : `page:${canonical}`;
}

/** A draft in which nothing is said yet. What was only chosen is chosen again as quickly. */
function isBlank(draft: NoteDraft): boolean {
  const { body, tags, event } = draft;
  const isProposed = !event || event.text === proposeEvent(draft, event.date).text;
  return body.trim() === '' && tags.length === 0 && isProposed;
}

/** What the choice of an event is called: by the topic on whose timeline it comes. */
function eventLabel(topics: readonly string[], known: readonly Choice[]): string {
  if (topics.length === 0) return i18n.t('notes.composer.eventOnOne');
  if (topics.length > 1) return i18n.t('notes.composer.eventOnMany', [String(topics.length)]);
  const [id = ''] = topics;
  return i18n.t('notes.composer.eventOn', [known.find((topic) => topic.id === id)?.name ?? id]);
}

/** The passage that a draft was begun on: it can be gone from the page's selection since. */
function toSelection({ target }: NoteDraft): PageState['selection'] {
  const selectors = target?.selectors;
  return selectors ? { text: selectors.quote.exact, selectors } : null;
}
