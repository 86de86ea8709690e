import { i18n } from '#i18n';
import type { AppError, ErrorCode } from '@/lib/model/app-error';
import { ERROR_NUMBERS } from '@/lib/model/error-numbers';
import styles from './ErrorNotice.module.css';
import { Notice } from './Notice';

const NAMES = {
  'database-missing': 'databaseMissing',
  'database-full': 'databaseFull',
  'database-newer': 'databaseNewer',
  'database-failed': 'databaseFailed',
  'pack-invalid': 'packInvalid',
  'import-invalid': 'importInvalid',
  'import-newer': 'importNewer',
  'note-too-long': 'noteTooLong',
  'remote-unreachable': 'remoteUnreachable',
  'remote-denied': 'remoteDenied',
  'remote-permission': 'remotePermission',
  'remote-skewed': 'remoteSkewed',
  'remote-full': 'remoteFull',
  'remote-busy': 'remoteBusy',
  'remote-failed': 'remoteFailed',
  'remote-wrong': 'remoteWrong',
  'remote-redirected': 'remoteRedirected',
  'remote-absent': 'remoteAbsent',
  'remote-too-large': 'remoteTooLarge',
  'vault-missing': 'vaultMissing',
  'vault-other': 'vaultOther',
  'vault-same': 'vaultSame',
  'vault-newer': 'vaultNewer',
  'vault-locked': 'vaultLocked',
  'passphrase-wrong': 'passphraseWrong',
  'passphrase-weak': 'passphraseWeak',
  'page-unreachable': 'pageUnreachable',
  'message-refused': 'messageRefused',
  'thread-missing': 'threadMissing',
  'thread-silent': 'threadSilent',
  unexpected: 'unexpected',
} as const satisfies Record<ErrorCode, string>;

/** What a reader can do about a failure. */
export type Remedy = 'retry' | 'grant' | 'passphrase' | 'startOver' | 'change';

/** Where something else than another try helps, or nothing does; the most fitting first. */
const REMEDIES: Partial<Record<ErrorCode, readonly Remedy[]>> = {
  'database-newer': [],
  'import-invalid': [],
  'import-newer': [],
  'note-too-long': [],
  'remote-unreachable': ['retry', 'change'],
  'remote-denied': ['change', 'retry'],
  'remote-permission': ['grant'],
  'remote-wrong': ['change', 'retry'],
  'remote-redirected': ['change'],
  'remote-absent': ['change', 'retry'],
  'remote-too-large': ['change', 'retry'],
  'vault-missing': ['startOver', 'change', 'retry'],
  'vault-other': ['change', 'retry'],
  'vault-same': ['change'],
  'vault-locked': ['passphrase'],
  'passphrase-wrong': ['passphrase'],
  'passphrase-weak': ['change'],
};

const OTHERWISE: readonly Remedy[] = ['retry'];

/** Failures whose `detail` is a word for those who run the storage: a method, a status, a cause. */
const TELLING: ReadonlySet<ErrorCode> = new Set([
  'remote-unreachable',
  'remote-denied',
  'remote-full',
  'remote-busy',
  'remote-failed',
  'remote-wrong',
]);

type Props = {
  error: AppError;
  /** Offered as "Try again" where another try can help. */
  onRetry?: (() => void) | undefined;
  /** What else the place can do; each is offered where it fits the failure. */
  remedies?: Partial<Record<Exclude<Remedy, 'retry'>, () => void>> | undefined;
};

/** A failure in words: what happened, what is safe, what to do next, its number. The only place where an error code becomes a sentence. */
export function ErrorNotice({ error, onRetry, remedies }: Props) {
  const name = NAMES[error.code];
  const ways = (REMEDIES[error.code] ?? OTHERWISE).flatMap((remedy) => {
    const act = remedy === 'retry' ? onRetry : remedies?.[remedy];
    return act ? [{ name: nameRemedy(remedy), act }] : [];
  });
  return (
    <Notice
      sentences={[describeWhat(error), i18n.t(`errors.${name}.safe`), i18n.t(`errors.${name}.next`)]}
      ways={ways}
    >
      <small className={styles.number}>{describeNumber(error)}</small>
    </Notice>
  );
}

function describeWhat(error: AppError): string {
  if (error.code === 'pack-invalid') return i18n.t('errors.packInvalid.what', [error.detail]);
  if (error.code === 'import-invalid') return i18n.t('errors.importInvalid.what', [error.detail]);
  return i18n.t(
    `errors.${NAMES[error.code] as Exclude<(typeof NAMES)[ErrorCode], 'packInvalid' | 'importInvalid'>}.what`,
  );
}

/** A failure in one line with its number, for lists of what happened. */
export function describeFailure(error: AppError): string {
  return i18n.t('errors.line', [describeWhat(error), describeNumber(error)]);
}

function describeNumber({ code, detail }: AppError): string {
  const number = String(ERROR_NUMBERS[code]);
  return detail !== '' && TELLING.has(code)
    ? i18n.t('errors.numberDetail', [number, detail])
    : i18n.t('errors.number', [number]);
}

function nameRemedy(remedy: Remedy): string {
  return remedy === 'retry' ? i18n.t('shared.tryAgain') : i18n.t(`errors.remedy.${remedy}`);
}
