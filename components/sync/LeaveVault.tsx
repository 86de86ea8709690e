import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { VaultName } from '@/lib/model/vault-name';
import styles from './Sync.module.css';

type Props = {
  vault: VaultName;
  /** `null` where there is no address to change, such as with the browser's account. */
  onEdit: (() => void) | null;
  onMove: () => void;
  onDisconnect: () => void;
};

/** Ways to another address, to another place, and out. Leaving is asked once, in its place. */
export function LeaveVault({ vault, onEdit, onMove, onDisconnect }: Props) {
  const [isAsking, setAsking] = useState(false);
  const question = useRef<HTMLParagraphElement>(null);
  const leave = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    // The pressed control has gone: the focus goes on to what took its place, and back.
    if (isAsking) question.current?.focus();
    else if (wasAsking.current) leave.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);

  return (
    <div className={styles.stack}>
      {onEdit && (
        <div className={styles.tight}>
          <div className={styles.actions}>
            <button type="button" className={styles.button} onClick={onEdit}>
              {i18n.t('sync.leave.edit')}
            </button>
          </div>
          <p className={styles.hint}>{i18n.t('sync.form.editHint')}</p>
        </div>
      )}
      <div className={styles.tight}>
        <div className={styles.actions}>
          <button type="button" className={styles.button} onClick={onMove}>
            {i18n.t('sync.leave.move')}
          </button>
        </div>
        <p className={styles.hint}>
          {i18n.t(vault === 'shared' ? 'sync.shared.moveHint' : 'sync.leave.moveHint')}
        </p>
      </div>
      {isAsking ? (
        <div className={styles.panel}>
          <p ref={question} tabIndex={-1}>
            {i18n.t(vault === 'shared' ? 'sync.shared.ask' : 'sync.leave.ask')}
          </p>
          <div className={styles.actions}>
            <button type="button" className={styles.button} onClick={onDisconnect}>
              {i18n.t('sync.leave.disconnect')}
            </button>
            <button type="button" className={styles.button} onClick={() => setAsking(false)}>
              {i18n.t('sync.leave.stay')}
            </button>
          </div>
        </div>
      ) : (
        <div className={styles.actions}>
          <button ref={leave} type="button" className={styles.button} onClick={() => setAsking(true)}>
            {i18n.t('sync.leave.disconnect')}
          </button>
        </div>
      )}
    </div>
  );
}
