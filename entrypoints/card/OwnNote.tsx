import { useEffect, useMemo } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useGoneNotes } from '@/components/hooks/use-gone-notes';
import { valueOr } from '@/components/hooks/use-live';
import { useNote } from '@/components/hooks/use-notes';
import { useSharedVault } from '@/components/hooks/use-shared-vault';
import { useTopicsOf } from '@/components/hooks/use-topic';
import { NoteEntry } from '@/components/notes/NoteEntry';
import type { Note } from '@/lib/model/note';
import type { Topic } from '@/lib/model/pack';
import { byEachId } from '@/lib/model/topic-ids';
import { NoteFrame } from './NoteFrame';

const NO_TOPICS: Topic[] = [];
const NO_IDS: string[] = [];

type Props = {
  id: string;
  /** The note as it is known already, to be seen until it is read. */
  ahead?: Note;
  /** Told once there is something to see. */
  onReady?: (isReady: boolean) => void;
  onHolding: (isHolding: boolean) => void;
  onOpenTopic: (id: string) => void;
  onClose: () => void;
};

/** A note of the reader's in the card, to read, edit and delete. */
export function OwnNote({ id, ahead, onReady, onHolding, onOpenTopic, onClose }: Props) {
  const gone = useGoneNotes();
  const shared = useSharedVault();
  const loaded = useNote(id, ahead);
  const note = valueOr(loaded, null) ?? gone.find(id);
  const topics = valueOr(useTopicsOf(note?.topics ?? NO_IDS), NO_TOPICS);
  const byId = useMemo(() => byEachId(topics), [topics]);
  const isReady = loaded.state !== 'loading';
  useEffect(() => {
    onReady?.(isReady);
  }, [onReady, isReady]);

  return (
    <NoteFrame heading={i18n.t('card.yourNote')} onClose={onClose}>
      {loaded.state === 'failed' && <ErrorNotice error={loaded.error} onRetry={loaded.retry} />}
      {isReady && loaded.state === 'ready' && note === null && <p>{i18n.t('card.noteGone')}</p>}
      {note && (
        <NoteEntry
          note={note}
          showPage={false}
          around={{ byId, gone, shared, openTopic: onOpenTopic, onEditing: onHolding }}
        />
      )}
    </NoteFrame>
  );
}
