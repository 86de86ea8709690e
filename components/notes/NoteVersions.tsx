import { Fragment, useId, useMemo } from 'react';
import { i18n } from '#i18n';
import { compareWords, type Run } from '@/lib/sync/merge-text';
import styles from './NoteVersions.module.css';

/** What can be done with the versions of a note. */
export type VersionActs = {
  onKeep: (text: string) => void;
  onMerge: () => void;
  onKeepAll: () => void;
};

type Props = {
  body: string;
  versions: readonly string[];
  /** Absent where the versions can only be read. */
  acts?: VersionActs | undefined;
  /** Leads to where they can be settled, from where they are only read. */
  onChoose?: (() => void) | undefined;
};

/** The texts of a note where edits met: each beside the newest, with the words marked that only one of the two has. */
export function NoteVersions({ body, versions, acts, onChoose }: Props) {
  const hint = useId();
  // The newest is marked against the next; each other one against the newest.
  const compared = useMemo(() => versions.map((text) => compareWords(body, text)), [body, versions]);
  const all = [
    { text: body, runs: compared[0]?.one ?? [], label: i18n.t('notes.versions.newest') },
    ...versions.map((text, place) => ({
      text,
      runs: compared[place]?.other ?? [],
      label: i18n.t('notes.item.another'),
    })),
  ];
  return (
    <section className={styles.versions} aria-describedby={hint} aria-label={i18n.t('notes.versions.label')}>
      <p id={hint} className={styles.hint}>
        {i18n.t('notes.versions.hint')}
      </p>
      <div className={styles.sides}>
        {all.map(({ text, runs, label }, place) => (
          // Each text stands here once.
          <div key={text} className={styles.side}>
            <h3 className={styles.label}>{label}</h3>
            <p className={styles.text} dir="auto">
              <Runs runs={runs} isNewest={place === 0} />
            </p>
            {acts && (
              <button
                type="button"
                className={styles.act}
                aria-label={i18n.t('notes.versions.keepNamed', [label])}
                onClick={() => acts.onKeep(text)}
              >
                {i18n.t('notes.versions.keep')}
              </button>
            )}
          </div>
        ))}
      </div>
      {onChoose && (
        <p className={styles.acts}>
          <button type="button" className={styles.act} onClick={onChoose}>
            {i18n.t('notes.versions.choose')}
          </button>
        </p>
      )}
      {acts && (
        <p className={styles.acts}>
          <button type="button" className={styles.act} onClick={acts.onMerge}>
            {i18n.t('notes.versions.merge')}
          </button>
          <button type="button" className={styles.act} onClick={acts.onKeepAll}>
            {i18n.t(versions.length > 1 ? 'notes.versions.keepAll' : 'notes.versions.keepBoth')}
          </button>
        </p>
      )}
    </section>
  );
}

function Runs({ runs, isNewest }: { runs: readonly Run[]; isNewest: boolean }) {
  const Mark = isNewest ? 'ins' : 'del';
  return runs.map(({ text, isOwn }, place) =>
    isOwn ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs stand in the order of the text and never move
      <Fragment key={place}>
        {/* The space before a word is not the difference. */}
        {text.slice(0, text.length - text.trimStart().length)}
        <Mark className={styles.own}>
          <span className="visually-hidden">{i18n.t('notes.versions.onlyHere')}</span>
          {text.trimStart()}
        </Mark>
      </Fragment>
    ) : (
      text
    ),
  );
}
