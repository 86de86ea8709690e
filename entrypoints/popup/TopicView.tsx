import { useMemo, useState } from 'react';
import type { SectionName } from '@/components/topic/section-name';
import { TopicPage } from '@/components/topic/TopicPage';
import { toViewContext } from '@/components/topic/to-view-context';
import styles from './App.module.css';
import { NotesOfTopic } from './NotesOfTopic';
import { usePopup } from './popup-context';

type Props = { id: string; cameFrom: { name: string; onBack: () => void } };

/** The card of a topic, as of the date of the page's article. Takes the focus. */
export function TopicView({ id, cameFrom }: Props) {
  const { page, openTopic, dating } = usePopup();
  const [section, setSection] = useState<SectionName | null>(null);
  const context = useMemo(() => toViewContext(page?.article.published ?? null, page?.topics), [page]);
  return (
    <TopicPage
      id={id}
      article={page?.article ?? null}
      cameFrom={cameFrom}
      className={styles.card}
      context={context}
      section={section}
      onSection={setSection}
      onOpenTopic={openTopic}
      dating={dating ?? undefined}
      notesOf={(topic, notes) => <NotesOfTopic topic={topic} notes={notes} />}
    />
  );
}
