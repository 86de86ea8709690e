import { useMemo } from 'react';
import { i18n } from '#i18n';
import { useAuthors } from '@/components/hooks/use-authors';
import { Composer } from '@/components/notes/Composer';
import { chooseNames } from '@/lib/card/first-view';
import type { ArticleFacts } from '@/lib/messages/page';
import type { Note } from '@/lib/model/note';
import type { Topic } from '@/lib/model/pack';
import { NotesSection } from './NotesSection';
import styles from './NotesSection.module.css';

type Props = {
  topic: Topic;
  languages: readonly string[];
  /** Null where the card stands beside no article. */
  article: ArticleFacts | null;
  notes: Note[];
  onHolding?: ((holding: boolean) => void) | undefined;
  onOpenNotes: () => void;
};

/** The reader's notes on a topic, with a composer whose note belongs to this topic, and to the article where there is one. */
export function NotesOfTopic({ topic, languages, article, notes, onHolding, onOpenNotes }: Props) {
  const authors = useAuthors(notes);
  const page = useMemo(() => article && { article, selection: null, topics: [] }, [article]);
  const name = chooseNames(topic, languages).name.text;
  return (
    <div className={styles.notes}>
      <Composer
        place="card"
        page={page}
        topics={[]}
        fixedTopic={{ id: topic.id, name }}
        label={i18n.t('card.note.label', [name])}
        onHolding={onHolding}
      />
      <NotesSection
        canonical={article?.canonical ?? null}
        notes={notes}
        authors={authors}
        onOpenNotes={onOpenNotes}
      />
    </div>
  );
}
