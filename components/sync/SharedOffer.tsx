import { i18n } from '#i18n';
import styles from './Sync.module.css';

type Props = {
  /** The reader is on the way to one. */
  isTaken: boolean;
  onTake: () => void;
};

/** What a vault shared with others is, and the way to one. */
export function SharedOffer({ isTaken, onTake }: Props) {
  return (
    <div className={styles.stack}>
      <p>{i18n.t('sync.shared.what')}</p>
      <p className={styles.hint}>{i18n.t('sync.shared.choice')}</p>
      {!isTaken && (
        <div className={styles.actions}>
          <button type="button" className={styles.button} onClick={onTake}>
            {i18n.t('sync.shared.begin')}
          </button>
        </div>
      )}
    </div>
  );
}
