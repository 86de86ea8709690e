import { useState } from 'react';
import { type AppError, toAppError } from '@/lib/model/app-error';

/** Runs what the reader asks for. `error`: why the last attempt failed, until the next one begins. */
export function useAttempt() {
  const [error, setError] = useState<AppError | null>(null);
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setError(null);
    await work().catch((thrown: unknown) => setError(toAppError(thrown)));
  };
  return { error, attempt };
}
