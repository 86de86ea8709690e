import { i18n } from '#i18n';
import styles from './Sync.module.css';

type Props = { name: string; isFolder: boolean; onCancel: () => void };

/** While the browser's own prompt is open: what is waited for, and that nothing has been sent. */
export function AccessWait({ name, isFolder, onCancel }: Props) {
  return (
    <div className={styles.stack}>
      <div className={styles.panel}>
        <div role="status" className={styles.tight}>
          <p>{i18n.t(isFolder ? 'sync.access.waitingFolder' : 'sync.access.waiting', [name])}</p>
          <p className={styles.hint}>{i18n.t('sync.access.nothingSent')}</p>
        </div>
        <div className={styles.actions}>
          <button type="button" className={styles.button} onClick={onCancel}>
            {i18n.t('sync.cancel')}
          </button>
        </div>
      </div>
    </div>
  );
}
