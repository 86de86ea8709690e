import { renderHook, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
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

it('begins with what was read ahead, and follows the database once that is painted', async () => {
  const read = vi.fn(() => loadMeta('first'));
  const { result } = renderHook(() => useLive(read, [], 'ahead'));
  expect(result.current).toEqual({ state: 'ready', value: 'ahead' });
  expect(read).not.toHaveBeenCalled();
  await waitFor(() => expect(result.current).toEqual({ state: 'ready', value: null }));
  await saveMeta('first', 1);
  await waitFor(() => expect(result.current).toEqual({ state: 'ready', value: 1 }));
});

it('begins no reading that nobody waits for any more', async () => {
  const read = vi.fn(() => loadMeta('first'));
  renderHook(() => useLive(read, [], 'ahead')).unmount();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  expect(read).not.toHaveBeenCalled();
});

it('reads nothing while nothing is asked for, and forgets what it had read', async () => {
  const read = () => loadMeta('first');
  const { result, rerender } = renderHook(({ query }) => useLive(query, []), {
    initialProps: { query: null as typeof read | null },
  });
  expect(result.current).toEqual({ state: 'loading' });
  rerender({ query: read });
  await waitFor(() => expect(result.current).toEqual({ state: 'ready', value: null }));
  rerender({ query: null });
  expect(result.current).toEqual({ state: 'loading' });
});
