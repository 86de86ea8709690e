import { Download, Printer } from 'lucide-react';
import { useMemo } from 'react';
import { i18n } from '#i18n';
import { downloadFile } from '@/components/download-file';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useAddedOfTopic } from '@/components/hooks/use-added';
import { useLive, valueOr } from '@/components/hooks/use-live';
import { useNotesOfTopic } from '@/components/hooks/use-notes-of-topic';
import { useTopic } from '@/components/hooks/use-topic';
import { Inner } from '@/components/Inner';
import { NoteEntry } from '@/components/notes/NoteEntry';
import { NoteList } from '@/components/notes/NoteList';
import { Beside } from '@/components/topic/Beside';
import { CardTopicContext, toCardTopic } from '@/components/topic/card-topic';
import { EventLine } from '@/components/topic/EventLine';
import { LinesOfCard } from '@/components/topic/LinesOfCard';
import { SinceFold } from '@/components/topic/SinceFold';
import { DateOf } from '@/components/topic/StatementLine';
import { topicName } from '@/components/topic-names';
import { withAddedEvents } from '@/lib/card/added-events';
import { composeDossier, type DossierEntry } from '@/lib/card/dossier';
import { knownHeading } from '@/lib/card/first-view-text';
import { toOwnPack } from '@/lib/card/own-pack';
import type { AddedRow } from '@/lib/db/database';
import { findReplica } from '@/lib/db/replica';
import type { Note } from '@/lib/model/note';
import type { Topic } from '@/lib/model/pack';
import { idsOf } from '@/lib/model/topic-ids';
import styles from './Dossier.module.css';
import { usePanel } from './panel-context';

const NO_NOTES: Note[] = [];
const NO_ADDED: AddedRow[] = [];

type Props = { id: string; onBack: () => void };

/** All notes on a topic, the reader's and those shared with them, from any article, among the topic's events. */
export function Dossier({ id, onBack }: Props) {
  const loaded = useTopic(id);
  if (loaded.state === 'loading') return null;
  return (
    <Inner onBack={onBack}>
      {loaded.state === 'failed' ? (
        <ErrorNotice error={loaded.error} onRetry={loaded.retry} />
      ) : loaded.value === null ? (
        <p>{i18n.t('card.missing', [id])}</p>
      ) : (
        <DossierOf topic={loaded.value} />
      )}
    </Inner>
  );
}

function DossierOf({ topic }: { topic: Topic }) {
  const panel = usePanel();
  const { context, gone, page } = panel;
  const stored = valueOr(useNotesOfTopic(topic), NO_NOTES);
  const ids = idsOf(topic);
  const notes = gone.among(
    stored,
    (note) => note.topics.some((one) => ids.includes(one)),
    (a, b) => b.createdAt - a.createdAt,
  );
  const added = valueOr(useAddedOfTopic(topic), NO_ADDED);
  const replica = valueOr(useLive(findReplica, []), null);
  const cardTopic = useMemo(
    () => toCardTopic(withAddedEvents(topic, added, stored), context),
    [topic, added, stored, context],
  );
  const { known, since, undated } = composeDossier(cardTopic.division, notes);
  const eventCount = known.filter((entry) => entry.is === 'event' || entry.note.event).length;
  const noteCount = notes.filter(({ event }) => !event).length;
  const name = i18n.t('panel.dossier.packName', [topicName(topic)]);
  // Whoever has written a note has got an id with it.
  const own = notes.filter(({ vault }) => vault !== 'shared');
  const ownPack = replica && toOwnPack(topic, own, { name, today: context.today, replica });
  return (
    <CardTopicContext value={cardTopic}>
      <LinesOfCard>
        <article className={styles.dossier} aria-labelledby="dossier">
          <header>
            <h1 id="dossier" className={styles.title}>
              {i18n.t('panel.dossier.heading', [topicName(topic)])}
            </h1>
            <Beside className={styles.beside}>
              <span>{i18n.t('panel.dossier.notes', noteCount)}</span>
              <span>{i18n.t('panel.dossier.events', eventCount)}</span>
              <span>{knownHeading(context.articleDate, i18n.t)}</span>
            </Beside>
            <p className={styles.acts}>
              <button type="button" className={styles.act} onClick={() => window.print()}>
                <Printer aria-hidden size={14} />
                {i18n.t('panel.dossier.print')}
              </button>
              {ownPack && (
                <button type="button" className={styles.act} onClick={() => savePack(topic.id, ownPack)}>
                  <Download aria-hidden size={14} />
                  {i18n.t('panel.dossier.savePack')}
                </button>
              )}
            </p>
          </header>
          {known.length === 0 && <p className={styles.beside}>{i18n.t('panel.dossier.empty')}</p>}
          <Entries entries={known} />
          <SinceFold count={since.length}>
            <Entries entries={since} />
          </SinceFold>
          {undated.length > 0 && (
            <section aria-labelledby="undated">
              <h2 id="undated" className={styles.heading}>
                {i18n.t('panel.dossier.undated')}
              </h2>
              <NoteList notes={undated} canonical={page?.article.canonical ?? null} around={panel} />
            </section>
          )}
        </article>
      </LinesOfCard>
    </CardTopicContext>
  );
}

/** All files of the pack in one, as the shipped pack comes. */
function savePack(topic: string, files: Record<string, unknown>): void {
  const text = JSON.stringify(files, null, 1);
  downloadFile(`own-${topic}.json`, new Blob([text], { type: 'application/json' }));
}

function Entries({ entries }: { entries: readonly DossierEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <ol className={styles.list}>
      {entries.map((entry) => (
        <li
          key={entry.is === 'note' ? `${entry.note.vault} ${entry.note.id}` : entry.event.id}
          className={styles.entry}
          data-note={entry.is === 'note' || undefined}
        >
          <p className={styles.date}>
            <DateOf statement={{ date: entry.date ?? undefined }} />
          </p>
          <Entry entry={entry} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ entry }: { entry: DossierEntry }) {
  const panel = usePanel();
  if (entry.is === 'event') {
    return (
      <div>
        <EventLine event={entry.event} />
      </div>
    );
  }
  const { note } = entry;
  const isHere = note.target?.canonical === panel.page?.article.canonical;
  return (
    <div className={styles.note}>
      {!note.event && <p className={styles.label}>{i18n.t('panel.dossier.note')}</p>}
      <NoteEntry note={note} showPage={!isHere} around={panel} />
    </div>
  );
}
