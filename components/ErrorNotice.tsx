import { i18n } from '#i18n';
import type { AppError, ErrorCode } from '@/lib/model/app-error';
import styles from './ErrorNotice.module.css';

const NAMES = {
  'database-missing': 'databaseMissing',
  'database-full': 'databaseFull',
  'database-newer': 'databaseNewer',
  'database-failed': 'databaseFailed',
  'pack-invalid': 'packInvalid',
  'import-invalid': 'importInvalid',
  'import-newer': 'importNewer',
  'note-too-long': 'noteTooLong',
  'page-unreachable': 'pageUnreachable',
  'message-refused': 'messageRefused',
  unexpected: 'unexpected',
} as const satisfies Record<ErrorCode, string>;

/** Failures that another try cannot mend. */
const FINAL: ReadonlySet<ErrorCode> = new Set([
  'database-newer',
  'import-invalid',
  'import-newer',
  'note-too-long',
]);

type Props = {
  error: AppError;
  /** Offered as "Try again" where another try can help. */
  onRetry?: (() => void) | undefined;
};

/** A failure in words: what happened, what is safe, what to do next. The only place where an error code becomes a sentence. */
export function ErrorNotice({ error, onRetry }: Props) {
  const name = NAMES[error.code];
  return (
    <div role="alert" className={styles.notice}>
      <p className={styles.what}>{describeWhat(error)}</p>
      <p>{i18n.t(`errors.${name}.safe`)}</p>
      <p>{i18n.t(`errors.${name}.next`)}</p>
      {onRetry && !FINAL.has(error.code) && (
        <button type="button" className={styles.retry} onClick={onRetry}>
          {i18n.t('shared.tryAgain')}
        </button>
      )}
    </div>
  );
}

function describeWhat(error: AppError): string {
  if (error.code === 'pack-invalid') return i18n.t('errors.packInvalid.what', [error.detail]);
  if (error.code === 'import-invalid') return i18n.t('errors.importInvalid.what', [error.detail]);
  return i18n.t(
    `errors.${NAMES[error.code] as Exclude<(typeof NAMES)[ErrorCode], 'packInvalid' | 'importInvalid'>}.what`,
  );
}
