import { AppError } from '@/lib/model/app-error';

/** A file that is not taken in: `detail` is "path: reason" or "line 3: reason". */
export function refused(detail: string, cause?: unknown): AppError {
  return new AppError('import-invalid', { detail, cause });
}
