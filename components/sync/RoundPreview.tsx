import { useId } from 'react';
import { i18n } from '#i18n';
import { shorten } from '@/components/notes/note-name';
import type { Preview } from '@/lib/sync/round-report';
import styles from './RoundPreview.module.css';
import shared from './Sync.module.css';

type Props = {
  preview: Preview;
  isFirst: boolean;
  /** What notes here are called, by id. */
  names: ReadonlyMap<string, string>;
  onStart: () => void;
  onNotNow: () => void;
};

const KINDS = ['added', 'updated', 'hidden', 'conflicts'] as const;

/** What a round would do, before it does anything; the reader decides. */
export function RoundPreview({ preview, isFirst, names, onStart, onNotNow }: Props) {
  const id = useId();
  const changesHere = preview.added + preview.updated + preview.hidden + preview.conflicts;
  return (
    <section aria-labelledby={id} className={shared.panel}>
      <h3 id={id} className={shared.heading}>
        {i18n.t('sync.preview.heading')}
      </h3>
      <p className={shared.hint}>{i18n.t(isFirst ? 'sync.preview.first' : 'sync.preview.unusual')}</p>
      <ul className={styles.counts}>
        {changesHere === 0 && <li>{i18n.t('sync.preview.nothing')}</li>}
        {KINDS.filter((kind) => preview[kind] > 0).map((kind) => (
          <li key={kind}>
            <Named
              said={i18n.t(`sync.preview.${kind}`, preview[kind])}
              count={preview[kind]}
              names={nameAll(preview, kind, names)}
              // What asks for the reader afterwards is not folded away.
              isOpen={kind === 'conflicts'}
            />
          </li>
        ))}
        {preview.toSend > 0 && <li>{i18n.t('sync.preview.toSend', preview.toSend)}</li>}
      </ul>
      <p className={shared.hint}>{i18n.t('sync.preview.here', preview.here)}</p>
      <div className={shared.actions}>
        <button type="button" className={shared.primary} onClick={onStart}>
          {i18n.t('sync.preview.start')}
        </button>
        <button type="button" className={shared.button} onClick={onNotNow}>
          {i18n.t('sync.preview.notNow')}
        </button>
      </div>
    </section>
  );
}

type NamedNote = { id: string; name: string };

function nameAll(
  { named }: Preview,
  kind: (typeof KINDS)[number],
  names: ReadonlyMap<string, string>,
): NamedNote[] {
  return named[kind].flatMap((each, at) => {
    const name = kind === 'added' ? shorten(each) : names.get(each);
    return name ? [{ id: kind === 'added' ? `${at}` : each, name }] : [];
  });
}

type NamedProps = { said: string; count: number; names: readonly NamedNote[]; isOpen: boolean };

/** How many notes, and the names of the first of them, to unfold. */
function Named({ said, count, names, isOpen }: NamedProps) {
  if (names.length === 0) return said;
  const unnamed = count - names.length;
  return (
    <details open={isOpen}>
      <summary className={styles.said}>{said}</summary>
      <ul className={styles.names}>
        {names.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>
          </li>
        ))}
        {unnamed > 0 && <li>{i18n.t('sync.preview.more', unnamed)}</li>}
      </ul>
    </details>
  );
}
