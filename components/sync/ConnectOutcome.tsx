import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import type { AppError } from '@/lib/model/app-error';
import type { Connection } from '@/lib/vault/connection';
import { type Probed, ProbeReport } from './ProbeReport';
import { accessName, placeName } from './place-name';
import styles from './Sync.module.css';

type Props = {
  connection: Connection;
  error: AppError | null;
  /** The browser's question was answered with no. */
  isRefused: boolean;
  /** How far the trial came; `null` where it was not come to. */
  probed: Probed | null;
  onRetry: () => void;
};

/** Why connecting ended without a connection. The form stands below it, with all that was typed. */
export function ConnectOutcome({ connection, error, isRefused, probed, onRetry }: Props) {
  return (
    <div className={styles.stack}>
      {isRefused && (
        <p role="alert" className={styles.notice}>
          {i18n.t(connection.kind === 'folder' ? 'sync.access.refusedFolder' : 'sync.access.refused', [
            accessName(connection),
          ])}
        </p>
      )}
      {probed?.steps.some(({ ok }) => !ok) && (
        <ProbeReport place={placeName(connection)} probed={probed} willEncrypt={false} />
      )}
      {error && <ErrorNotice error={error} onRetry={onRetry} />}
    </div>
  );
}
