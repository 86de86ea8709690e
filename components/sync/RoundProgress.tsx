import { i18n } from '#i18n';
import type { Progress } from '@/lib/sync/round-report';
import styles from './RoundProgress.module.css';
import shared from './Sync.module.css';

type Props = { progress: Progress; isStopping: boolean; onStop: () => void };

/** How far a round is. The phase is said to a screen reader once; the counts below it only change for the eye. */
export function RoundProgress({ progress, isStopping, onStop }: Props) {
  const { phase, done, total } = progress;
  return (
    <div className={shared.panel}>
      <div className={styles.line}>
        <p role="status">{i18n.t(isStopping ? 'sync.stopping' : `sync.progress.${phase}`)}</p>
        {total !== null && total > 0 && (
          <p className={styles.count}>{i18n.t('sync.progress.count', [String(done), String(total)])}</p>
        )}
      </div>
      <progress
        className={styles.bar}
        aria-label={i18n.t('sync.progress.label')}
        {...(total !== null && total > 0 ? { value: Math.min(done, total), max: total } : {})}
      />
      <div className={shared.actions}>
        <button type="button" className={shared.button} disabled={isStopping} onClick={onStop}>
          {i18n.t('sync.stop')}
        </button>
      </div>
    </div>
  );
}
