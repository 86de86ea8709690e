/**
 * Why something failed, as a small closed set. The words a reader sees are chosen from it in one
 * component (`components/ErrorNotice.tsx`); the number they know it by stands in `error-numbers.ts`.
 *
 * - `database-missing`: the database cannot be opened (denied, private mode, damaged)
 * - `database-full`: the disk or the quota is full; nothing was written
 * - `database-newer`: the stored data were written by a newer version of Sidelight
 * - `database-failed`: any other failure of the database
 * - `pack-invalid`: a pack file does not fit the schema; `detail` names file, path and reason
 * - `import-invalid`: an imported file does not fit the schema; `detail` names path and reason
 * - `import-newer`: an imported file was written by a newer version of Sidelight
 * - `note-too-long`: the text of a note is over the limit
 * - `remote-unreachable`: no answer from the reader's storage (offline, refused, wrong name, cut off)
 * - `remote-denied`: it refuses our name and password, or the rights are missing; `detail` is the method
 * - `remote-permission`: the browser no longer lets us talk to that host, or use that folder
 * - `remote-skewed`: it refuses the request because this machine's clock is wrong
 * - `remote-full`: its space or quota is used up
 * - `remote-busy`: it asks us to come back later
 * - `remote-failed`: any other failure of it; `detail` is the status
 * - `remote-wrong`: what answers is not such a storage (an error page, a captive portal, another protocol)
 * - `remote-redirected`: it sends us to another address
 * - `remote-absent`: the folder or bucket of the address is not there
 * - `remote-too-large`: a listing or file is larger than any of ours
 * - `vault-missing`: the folder no longer holds the vault that we know
 * - `vault-other`: the folder holds another vault
 * - `vault-same`: the folder holds this installation's other vault
 * - `vault-newer`: the vault needs a newer version of Sidelight
 * - `vault-locked`: the vault is encrypted with a key that we do not have
 * - `passphrase-wrong`: no key of the vault opens with it
 * - `passphrase-weak`: a key file asks for less work than is safe
 * - `page-unreachable`: no content script answers in the tab
 * - `message-refused`: a message came from a sender that may not send it, or in a wrong shape
 * - `thread-missing`: the browser did not start the thread beside a page (see lib/apart); nothing was done
 * - `thread-silent`: that thread, or what indexes notes, did not go on for too long and was given up; what it wrote is stored whole or not at all
 */
export type ErrorCode =
  | 'database-missing'
  | 'database-full'
  | 'database-newer'
  | 'database-failed'
  | 'pack-invalid'
  | 'import-invalid'
  | 'import-newer'
  | 'note-too-long'
  | 'remote-unreachable'
  | 'remote-denied'
  | 'remote-permission'
  | 'remote-skewed'
  | 'remote-full'
  | 'remote-busy'
  | 'remote-failed'
  | 'remote-wrong'
  | 'remote-redirected'
  | 'remote-absent'
  | 'remote-too-large'
  | 'vault-missing'
  | 'vault-other'
  | 'vault-same'
  | 'vault-newer'
  | 'vault-locked'
  | 'passphrase-wrong'
  | 'passphrase-weak'
  | 'page-unreachable'
  | 'message-refused'
  | 'thread-missing'
  | 'thread-silent'
  | 'unexpected';

/** A failure that a boundary has translated. `detail` is data for the sentence, never a sentence itself. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly detail: string;

  constructor(code: ErrorCode, options: { detail?: string; retryable?: boolean; cause?: unknown } = {}) {
    super(options.detail ? `${code}: ${options.detail}` : code, { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.detail = options.detail ?? '';
  }
}

/** Translates what `storage.local` throws when it does not take something in: `database-full` where there is no room. */
export function toStorageError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const { detail } = toAppError(thrown);
  return new AppError(/quota|disk|space/i.test(detail) ? 'database-full' : 'unexpected', {
    detail,
    retryable: true,
    cause: thrown,
  });
}

/** Wraps anything thrown as an `AppError`; one that already is comes back unchanged. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new AppError('unexpected', { detail, cause: thrown });
}
