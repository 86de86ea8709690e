import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import type { AppError } from '@/lib/model/app-error';
import type { Connection } from '@/lib/vault/connection';
import { AccessWait } from './AccessWait';
import { type Probed, ProbeReport } from './ProbeReport';
import { accessName, placeName } from './place-name';
import styles from './Sync.module.css';
import { Unlock } from './Unlock';

/** A step between the click on "Connect" and the connection, as it is shown. */
export type ConnectStep =
  | { step: 'access'; connection: Connection }
  | { step: 'probe'; connection: Connection }
  | {
      step: 'passphrase' | 'notEncrypted';
      connection: Connection;
      probed: Probed;
      /** What was typed for a new vault, or was wrong. */
      passphrase: string;
      error: AppError | null;
    }
  | { step: 'join'; connection: Connection; probed: Probed; isEncrypted: boolean };

type Props = {
  at: ConnectStep;
  /** `null`: the vault is taken as it is. */
  onGoOn: (passphrase: string | null) => void;
  onCancel: () => void;
};

/** What happens after "Connect", one step at a time: the browser's question, the trial, the passphrase. */
export function ConnectSteps({ at, onGoOn, onCancel }: Props) {
  const { connection } = at;
  if (at.step === 'access')
    return (
      <AccessWait name={accessName(connection)} isFolder={connection.kind === 'folder'} onCancel={onCancel} />
    );
  const probed = at.step === 'probe' ? null : at.probed;
  return (
    <div className={styles.stack}>
      <ProbeReport place={placeName(connection)} probed={probed} willEncrypt={at.step === 'notEncrypted'} />
      {at.step === 'probe' && (
        <div className={styles.actions}>
          <button type="button" className={styles.button} onClick={onCancel}>
            {i18n.t('sync.cancel')}
          </button>
        </div>
      )}
      {at.step === 'passphrase' && (
        <>
          {at.error && <ErrorNotice error={at.error} />}
          <Unlock passphrase={at.passphrase} onUnlock={onGoOn} onCancel={onCancel} />
        </>
      )}
      {at.step === 'notEncrypted' && (
        <div className={styles.actions}>
          <button type="button" className={styles.button} onClick={() => onGoOn(null)}>
            {i18n.t('sync.continue')}
          </button>
          <button type="button" className={styles.button} onClick={onCancel}>
            {i18n.t('sync.back')}
          </button>
        </div>
      )}
      {at.step === 'join' && <p role="status">{i18n.t(at.isEncrypted ? 'sync.join' : 'sync.joinPlain')}</p>}
    </div>
  );
}
