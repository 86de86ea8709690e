import { useState } from 'react';
import { i18n } from '#i18n';
import type { Space } from '@/components/hooks/use-space';
import styles from './BackupList.module.css';
import { formatSize } from './backup-name';

type Props = {
  space: Space;
  /** Asks the browser to keep what is stored; resolves with its answer. */
  onAsk: () => Promise<boolean>;
};

/** How much is stored, whether the browser has agreed to keep it, and why and how to ask it. */
export function SpaceUse({ space, onAsk }: Props) {
  const [isRefused, setIsRefused] = useState(false);
  const ask = async () => setIsRefused(!(await onAsk()));
  return (
    <section className={styles.backups} aria-labelledby="space">
      <h3 id="space" className={styles.heading}>
        {i18n.t('options.space.heading')}
      </h3>
      {space.used !== null && <p>{i18n.t('options.space.used', [formatSize(space.used)])}</p>}
      {space.isKept ? (
        <p className={styles.hint}>{i18n.t('options.space.kept')}</p>
      ) : (
        <>
          <p className={styles.hint}>{i18n.t('options.space.reason')}</p>
          <div className={styles.row}>
            <button type="button" className={styles.button} onClick={() => void ask()}>
              {i18n.t('options.space.ask')}
            </button>
          </div>
          <p role="status">{isRefused && i18n.t('options.space.refused')}</p>
        </>
      )}
    </section>
  );
}
