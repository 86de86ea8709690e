import { useAuthors } from '@/components/hooks/use-authors';
import { useNoteWriting } from '@/components/hooks/use-note-writing';
import { chooseNames } from '@/lib/card/first-view';
import type { ArticleFacts } from '@/lib/messages/page';
import type { Note } from '@/lib/model/note';
import type { Topic } from '@/lib/model/pack';
import { NotesSection } from './NotesSection';

type Props = {
  topic: Topic;
  languages: readonly string[];
  /** Null where the card stands beside no article. */
  article: ArticleFacts | null;
  notes: Note[];
  onHolding: (holding: boolean) => void;
  onOpenNotes: () => void;
};

/** The reader's notes on a topic, with a composer whose note belongs to this topic, and to the article where there is one. */
export function NotesOfTopic({ topic, languages, article, notes, onHolding, onOpenNotes }: Props) {
  const authors = useAuthors(notes);
  const { writing, setBody, save } = useNoteWriting({
    key: `card:${topic.id}:${article?.canonical ?? ''}`,
    toDraft: (body) => ({
      target: article && {
        url: article.url,
        canonical: article.canonical,
        title: article.title,
        published: article.published,
        selectors: null,
      },
      topics: [topic.id],
      tags: [],
      body,
    }),
    onHolding,
  });
  return (
    <NotesSection
      topicName={chooseNames(topic, languages).name.text}
      canonical={article?.canonical ?? null}
      notes={notes}
      authors={authors}
      writing={writing}
      onBody={setBody}
      onSave={() => void save()}
      onOpenNotes={onOpenNotes}
    />
  );
}
