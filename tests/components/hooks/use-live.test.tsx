import { renderHook, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useLive } from '@/components/hooks/use-live';
import { loadMeta, saveMeta } from '@/lib/db/meta';
import { AppError } from '@/lib/model/app-error';
import { emptyDatabaseBeforeEach } from '../../stored';

emptyDatabaseBeforeEach();

it('follows everything that a query reads, also after several awaits', async () => {
  const query = async () => {
    const read = [];
    for (const key of ['first', 'second', 'third']) read.push(await loadMeta(key));
    return read;
  };
  const { result } = renderHook(() => useLive(query, []));
  await waitFor(() => expect(result.current).toEqual({ state: 'ready', value: [null, null, null] }));
  await saveMeta('third', 3);
  await waitFor(() => expect(result.current).toEqual({ state: 'ready', value: [null, null, 3] }));
  await saveMeta('second', 2);
  await waitFor(() => expect(result.current).toEqual({ state: 'ready', value: [null, 2, 3] }));
});

it('shows a failure as a value, and reads again when asked', async () => {
  let attempts = 0;
  const query = async () => {
    attempts += 1;
    if (attempts === 1) throw new AppError('database-missing');
    return loadMeta('first');
  };
  const { result } = renderHook(() => useLive(query, []));
  await waitFor(() =>
    expect(result.current).toMatchObject({ state: 'failed', error: { code: 'database-missing' } }),
  );
  if (result.current.state === 'failed') result.current.retry();
  await waitFor(() => expect(result.current).toEqual({ state: 'ready', value: null }));
});
