import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useDraft } from '@/components/hooks/use-draft';
import { valueOr } from '@/components/hooks/use-live';
import { useTags } from '@/components/hooks/use-notes';
import { useTopics } from '@/components/hooks/use-topics';
import {
  canHoldNotes,
  isBlank,
  lackOf,
  restOf,
  startDraft,
  turnDraft,
} from '@/components/notes/composer-draft';
import { eventChoice } from '@/components/notes/event-choice';
import { NoteComposer, type SaveState } from '@/components/notes/NoteComposer';
import { PageNotice } from '@/components/PageNotice';
import { topicName } from '@/components/topic-names';
import { offerTopics } from '@/lib/card/offer-topics';
import type { ArticleFacts, PageSelection, PageTopic } from '@/lib/messages/page';
import { type AppError, toAppError } from '@/lib/model/app-error';
import type { NoteDraft } from '@/lib/model/note';
import type { Topic } from '@/lib/model/pack';
import { createNote } from '@/lib/notes/write-note';
import { NoteFrame } from './NoteFrame';

const NO_TOPICS: Topic[] = [];
const NO_TAGS: string[] = [];

type Props = {
  article: ArticleFacts;
  selection: PageSelection;
  pageTopics: readonly PageTopic[];
  /** Told whether there is text that was not saved. */
  onHolding: (isHolding: boolean) => void;
  onMade: (id: string) => void;
  onClose: () => void;
};

/**
 * Writes a note on the selected passage. Its draft waits where the popup keeps that of this page: what was typed there
 * goes on here, on this passage.
 */
export function PassageComposer({ article, selection, pageTopics, onHolding, onMade, onClose }: Props) {
  const { loaded, draft, error: keepError, put } = useDraft<NoteDraft>(`page:${article.canonical}`, isBlank);
  const tags = valueOr(useTags(true), NO_TAGS);
  const topics = valueOr(useTopics(), NO_TOPICS);
  const [state, setState] = useState<SaveState>('idle');
  const [error, setError] = useState<AppError | null>(null);
  const latest = useRef(draft);
  latest.current = draft;
  const isHolding = draft !== null && !isBlank(draft);
  useEffect(() => {
    onHolding(isHolding);
  }, [onHolding, isHolding]);

  const start = startDraft('selection', article, selection);
  const shown = draft ? turnDraft(draft, 'selection', article, selection) : start;
  const offered = offerTopics(selection.near ?? null, pageTopics);
  const onPage = new Set(pageTopics.map(({ topic }) => topic));
  const known = topics.map((topic) => ({
    id: topic.id,
    name: topicName(topic),
    onPage: onPage.has(topic.id),
  }));

  const save = async () => {
    if (state === 'saving') return;
    if (lackOf(shown) !== null) return setState('lacking');
    setState('saving');
    setError(null);
    try {
      const { id } = await createNote(shown);
      const rest = restOf(latest.current, draft ?? shown);
      await put(rest);
      if (rest) return setState('saved');
      onMade(id);
    } catch (thrown) {
      setError(toAppError(thrown));
      setState('idle');
    }
  };

  return (
    <NoteFrame heading={i18n.t('notes.composer.heading')} onClose={onClose}>
      {!canHoldNotes(article) && <PageNotice text={i18n.t('notes.composer.addressLong')} />}
      {loaded && canHoldNotes(article) && (
        <NoteComposer
          draft={shown}
          choices={['selection']}
          topics={known}
          offered={offered}
          tags={tags}
          event={eventChoice(shown, { start, offered, known })}
          state={state}
          lack={lackOf(shown)}
          onAbout={() => {}}
          onDraft={(next) => {
            setState('idle');
            void put(next);
          }}
          onSave={() => void save()}
        >
          {(error ?? keepError) && <ErrorNotice error={(error ?? keepError) as AppError} />}
        </NoteComposer>
      )}
    </NoteFrame>
  );
}
