/**
 * Why something failed, as a small closed set. The words a reader sees are chosen from it in one
 * component (`components/ErrorNotice.tsx`).
 *
 * - `database-missing`: the database cannot be opened (denied, private mode, damaged)
 * - `database-full`: the disk or the quota is full; nothing was written
 * - `database-newer`: the stored data were written by a newer version of Sidelight
 * - `database-failed`: any other failure of the database
 * - `pack-invalid`: a pack file does not fit the schema; `detail` names file, path and reason
 * - `import-invalid`: an imported file does not fit the schema; `detail` names path and reason
 * - `import-newer`: an imported file was written by a newer version of Sidelight
 * - `note-too-long`: the text of a note is over the limit
 * - `page-unreachable`: no content script answers in the tab
 * - `message-refused`: a message came from a sender that may not send it, or in a wrong shape
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
  | 'page-unreachable'
  | 'message-refused'
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

/** Wraps anything thrown as an `AppError`; one that already is comes back unchanged. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new AppError('unexpected', { detail, cause: thrown });
}
