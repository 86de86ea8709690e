import { useCallback, useEffect, useState } from 'react';
import { followQuery } from '@/lib/db/follow-query';
import { type AppError, toAppError } from '@/lib/model/app-error';

/** What is known of something that is being read: nothing yet, the value, or why it cannot be read. */
export type Loaded<Value> =
  | { state: 'loading' }
  | { state: 'ready'; value: Value }
  | { state: 'failed'; error: AppError; retry: () => void };

/**
 * A query whose result follows the database, from whichever page it was written; null asks for nothing. A failure is a
 * value, not an exception: one broken section must not take the whole page with it. While `deps` change, the last result
 * stays. `ahead`: what was read before, to begin with; it is read again when that has been painted.
 */
export function useLive<Value>(
  query: (() => Promise<Value>) | null,
  deps: readonly unknown[],
  ahead?: Value,
): Loaded<Value> {
  const [attempt, setAttempt] = useState(0);
  const [result, setResult] = useState<Loaded<Value> | null>(null);
  const retry = useCallback(() => setAttempt((last) => last + 1), []);
  const isAsked = query !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `deps` say when the query is another one
  useEffect(() => {
    if (query === null) return;
    // Declared async: only then does Dexie follow what the query reads after its first await.
    const read = async (): Promise<Loaded<Value>> => {
      try {
        return { state: 'ready', value: await query() };
      } catch (thrown) {
        return { state: 'failed', error: toAppError(thrown), retry };
      }
    };
    const follow = () => followQuery(read, setResult);
    return ahead !== undefined && result === null ? afterPaint(follow) : follow();
  }, [...deps, attempt, isAsked]);
  if (isAsked && result !== null) return result;
  return isAsked && ahead !== undefined ? { state: 'ready', value: ahead } : { state: 'loading' };
}

/** The value where it is there, else what stands for it in the meantime. */
export function valueOr<Value, Otherwise>(loaded: Loaded<Value>, otherwise: Otherwise): Value | Otherwise {
  return loaded.state === 'ready' ? loaded.value : otherwise;
}

/** Begins something when the next frame is painted; what is returned ends it, begun or not. */
function afterPaint(begin: () => () => void): () => void {
  let end = () => cancelAnimationFrame(frame);
  const frame = requestAnimationFrame(() => {
    const timer = setTimeout(() => {
      end = begin();
    });
    end = () => clearTimeout(timer);
  });
  return () => end();
}
