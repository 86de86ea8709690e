import { i18n } from '#i18n';
import { Door } from '@/components/topic/Door';
import { NotesOfTopic } from '@/components/topic/NotesOfTopic';
import type { SectionName } from '@/components/topic/section-name';
import { TopicPage } from '@/components/topic/TopicPage';
import styles from './App.module.css';
import { usePanel } from './panel-context';

type Props = { id: string; section: SectionName | null; cameFrom: { name: string; onBack: () => void } };

/** The card of a topic, as of the panel's date, with the door to the dossier. Takes the focus. */
export function TopicView({ id, section, cameFrom }: Props) {
  const { page, context, act, openTopic } = usePanel();
  const article = page?.article ?? null;
  const openDossier = () => act({ act: 'open', view: { view: 'dossier', id } });
  return (
    <TopicPage
      id={id}
      article={article}
      cameFrom={cameFrom}
      className={styles.card}
      context={context}
      section={section}
      onSection={(next) => act({ act: 'section', section: next })}
      onOpenTopic={openTopic}
      notesOf={(topic, notes) => (
        <NotesOfTopic
          topic={topic}
          languages={context.languages}
          article={article}
          notes={notes}
          onOpenNotes={openDossier}
        />
      )}
      tools={
        <span className={styles.dossier}>
          <Door label={i18n.t('panel.topic.dossier')} onOpen={openDossier} />
        </span>
      }
    />
  );
}
