import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useState } from 'react';
import { type AppError, toAppError } from '@/lib/model/app-error';

/** What is known of something that is being read: nothing yet, the value, or why it cannot be read. */
export type Loaded<Value> =
  | { state: 'loading' }
  | { state: 'ready'; value: Value }
  | { state: 'failed'; error: AppError; retry: () => void };

/**
 * A Dexie query whose result follows the database, from whichever page it was written. A failure is a value, not
 * an exception: one broken section must not take the whole page with it. While `deps` change, the last result stays.
 * `ahead`: what was read before, to begin with.
 */
export function useLive<Value>(
  query: () => Promise<Value>,
  deps: readonly unknown[],
  ahead?: Value,
): Loaded<Value> {
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((last) => last + 1), []);
  // Declared async: only so does Dexie follow what the query reads after its first await.
  const result = useLiveQuery(async (): Promise<Loaded<Value>> => {
    try {
      return { state: 'ready', value: await query() };
    } catch (thrown) {
      return { state: 'failed', error: toAppError(thrown), retry };
    }
  }, [...deps, attempt]);
  if (result !== undefined) return result;
  return ahead === undefined ? { state: 'loading' } : { state: 'ready', value: ahead };
}

/** The value where it is there, else what stands for it in the meantime. */
export function valueOr<Value, Otherwise>(loaded: Loaded<Value>, otherwise: Otherwise): Value | Otherwise {
  return loaded.state === 'ready' ? loaded.value : otherwise;
}
