import { useId } from 'react';
import { i18n } from '#i18n';
import type { Preview } from '@/lib/sync/round-report';
import styles from './RoundPreview.module.css';
import shared from './Sync.module.css';

type Props = {
  preview: Preview;
  isFirst: boolean;
  /** Names of the first notes with two texts, as far as they are here. */
  conflicting: readonly { id: string; name: string }[];
  onStart: () => void;
  onNotNow: () => void;
};

const COUNTS = ['added', 'updated', 'hidden', 'conflicts', 'toSend'] as const;

/** What a round would do, before it does anything; the reader decides. */
export function RoundPreview({ preview, isFirst, conflicting, onStart, onNotNow }: Props) {
  const id = useId();
  const changesHere = preview.added + preview.updated + preview.hidden + preview.conflicts;
  const unnamed = preview.conflicts - conflicting.length;
  return (
    <section aria-labelledby={id} className={shared.panel}>
      <h3 id={id} className={shared.heading}>
        {i18n.t('sync.preview.heading')}
      </h3>
      <p className={shared.hint}>{i18n.t(isFirst ? 'sync.preview.first' : 'sync.preview.unusual')}</p>
      <ul className={styles.counts}>
        {changesHere === 0 && <li>{i18n.t('sync.preview.nothing')}</li>}
        {COUNTS.filter((count) => preview[count] > 0).map((count) => (
          <li key={count}>
            {i18n.t(`sync.preview.${count}`, preview[count])}
            {count === 'conflicts' && conflicting.length > 0 && (
              <ul className={styles.names}>
                {conflicting.map(({ id, name }) => (
                  <li key={id}>
                    <bdi>{name}</bdi>
                  </li>
                ))}
                {unnamed > 0 && <li>{i18n.t('sync.preview.more', unnamed)}</li>}
              </ul>
            )}
          </li>
        ))}
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
