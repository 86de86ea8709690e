import { useState } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { FileButton } from '@/components/FileButton';
import { useAdded } from '@/components/hooks/use-added';
import { useKeptFocus } from '@/components/hooks/use-kept-focus';
import { valueOr } from '@/components/hooks/use-live';
import { useTopics } from '@/components/hooks/use-topics';
import { Said } from '@/components/topic/Said';
import { shownLanguages } from '@/components/topic-names';
import { replaceAdded } from '@/lib/db/added-packs';
import type { AddedRow } from '@/lib/db/database';
import { type AppError, toAppError } from '@/lib/model/app-error';
import type { Topic } from '@/lib/model/pack';
import { readText } from '@/lib/model/read-text';
import { idsOf } from '@/lib/model/topic-ids';
import { readEvents } from '@/lib/packs/read-events';
import { formatDate, todayOf } from '@/lib/time/format-date';
import styles from './App.module.css';

/** What was done last. */
type Done =
  | { act: 'none' }
  | { act: 'added' | 'replaced'; rows: AddedRow[] }
  | { act: 'removed'; rows: AddedRow[] }
  | { act: 'failed'; error: AppError };

const NO_ROWS: AddedRow[] = [];
const NO_TOPICS: Topic[] = [];

/** Packs of other readers' events: in from a file, and out again. */
export function AddedEvents() {
  const added = useAdded();
  const topics = valueOr(useTopics(), NO_TOPICS);
  const [done, setDone] = useState<Done>({ act: 'none' });
  const kept = useKeptFocus<HTMLDivElement>();
  const packs = Map.groupBy(valueOr(added, NO_ROWS), ({ pack }) => pack);
  const known = new Set(topics.flatMap((topic) => idsOf(topic)));

  const attempt = async (work: () => Promise<Done>) =>
    setDone(await work().catch((thrown): Done => ({ act: 'failed', error: toAppError(thrown) })));
  const put = async (rows: AddedRow[]): Promise<Done> => {
    const gone = await replaceAdded(rows[0]?.pack ?? '', rows);
    return { act: gone > 0 ? 'replaced' : 'added', rows };
  };
  const takeIn = (file: File) => attempt(async () => put(await readEvents(file, todayOf(new Date()))));
  const remove = (pack: string, rows: AddedRow[]) =>
    attempt(async () => {
      await replaceAdded(pack, []);
      return { act: 'removed', rows };
    });

  return (
    <div {...kept} className={styles.stack}>
      {added.state === 'failed' && <ErrorNotice error={added.error} onRetry={added.retry} />}
      <p className={styles.hint}>{i18n.t('options.events.hint')}</p>
      {packs.size > 0 && (
        <ul className={styles.stack}>
          {[...packs].map(([pack, rows]) => (
            <li key={pack} className={styles.stack}>
              <PackLines rows={rows} isKnown={rows.some((row) => row.topics.some((id) => known.has(id)))} />
              <button
                type="button"
                className={styles.button}
                aria-label={i18n.t('options.events.removeNamed', namesOf(rows))}
                onClick={() => void remove(pack, rows)}
              >
                {i18n.t('options.events.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <FileButton
        label={i18n.t('options.events.add')}
        fileLabel={i18n.t('options.events.file')}
        accept=".json,application/json"
        className={styles.button}
        onFile={(file) => void takeIn(file)}
      />
      <p role="status">{wordsOf(done)}</p>
      {done.act === 'removed' && (
        <button type="button" className={styles.button} onClick={() => void attempt(() => put(done.rows))}>
          {i18n.t('options.events.undo')}
        </button>
      )}
      {done.act === 'failed' && <ErrorNotice error={done.error} />}
    </div>
  );
}

/** A pack by its name, and under it what it holds and where it is from. `isKnown`: a topic of it is installed. */
function PackLines({ rows, isKnown }: { rows: AddedRow[]; isKnown: boolean }) {
  const [row] = rows;
  if (!row) return null;
  return (
    <div>
      <Said as="p" text={readText(row.name, shownLanguages())} />
      <p className={styles.hint}>
        {i18n.t('options.events.line', [
          countWords(rows),
          row.fileName,
          formatDate(row.published, i18n.t),
          formatDate(row.added, i18n.t),
        ])}
        {!isKnown && ` ${i18n.t('options.events.unknown')}`}
      </p>
    </div>
  );
}

function wordsOf(done: Done): string {
  if (done.act === 'none' || done.act === 'failed') return '';
  const [name, fileName] = namesOf(done.rows);
  if (done.act === 'removed') return i18n.t('options.events.removed', [name]);
  return i18n.t(`options.events.${done.act}`, [countWords(done.rows), fileName]);
}

/** What the pack and its file are called. */
function namesOf([row]: AddedRow[]): [name: string, fileName: string] {
  return row ? [readText(row.name, shownLanguages()).text, row.fileName] : ['', ''];
}

function countWords(rows: AddedRow[]): string {
  return i18n.t(
    'options.events.count',
    rows.reduce((count, { events }) => count + events.length, 0),
  );
}
