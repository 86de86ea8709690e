import { Composer } from '@/components/notes/Composer';
import { NoteList } from '@/components/notes/NoteList';
import part from '@/components/PagePart.module.css';
import { topicName } from '@/components/topic-names';
import type { Note } from '@/lib/model/note';
import type { Topic } from '@/lib/model/pack';
import { idsOf } from '@/lib/model/topic-ids';
import { usePopup } from './popup-context';

/** The reader's notes on a topic, and a composer for another one, which belongs to the article too where there is one. */
export function NotesOfTopic({ topic, notes }: { topic: Topic; notes: readonly Note[] }) {
  const popup = usePopup();
  const { page, gone } = popup;
  const ids = idsOf(topic);
  const shown = gone.among(
    notes,
    (note) => note.topics.some((id) => ids.includes(id)),
    (a, b) => b.createdAt - a.createdAt,
  );
  return (
    <div className={part.section}>
      <Composer place="popup" page={page} fixedTopic={{ id: topic.id, name: topicName(topic) }} topics={[]} />
      {shown.length > 0 && (
        <NoteList notes={shown} canonical={page?.article.canonical ?? null} around={popup} />
      )}
    </div>
  );
}
