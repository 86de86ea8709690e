import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useDraft } from '@/components/hooks/use-draft';
import { loadDraft, saveDraft } from '@/lib/notes/draft';
import { makeDraft } from '@/tests/builders';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();

it('gives up the draft of the page it was asked on, also when another page has come meanwhile', async () => {
  await saveDraft('panel:one', makeDraft({ body: 'On one' }));
  await saveDraft('panel:two', makeDraft({ body: 'On two' }));
  const { result, rerender } = renderHook(({ key }) => useDraft(key), { initialProps: { key: 'panel:one' } });
  await waitFor(() => expect(result.current.draft?.body).toBe('On one'));
  const { put } = result.current;
  rerender({ key: 'panel:two' });
  await waitFor(() => expect(result.current.draft?.body).toBe('On two'));
  await act(() => put(null));
  expect(result.current.draft?.body).toBe('On two');
  expect(await loadDraft('panel:two')).toMatchObject({ body: 'On two' });
  expect(await loadDraft('panel:one')).toBeNull();
});

it('knows the draft that it has read when what was saved under it is taken away, also when the page is back', async () => {
  await saveDraft('panel:one', makeDraft({ body: 'When? And where?' }));
  const { result, rerender } = renderHook(({ key }) => useDraft(key), { initialProps: { key: 'panel:one' } });
  await waitFor(() => expect(result.current.draft?.body).toBe('When? And where?'));
  const { put } = result.current;
  rerender({ key: 'panel:two' });
  rerender({ key: 'panel:one' });
  await waitFor(() => expect(result.current.draft?.body).toBe('When? And where?'));
  await act(() => put((last) => last && { ...last, body: last.body.replace('When? ', '') }));
  expect(await loadDraft('panel:one')).toMatchObject({ body: 'And where?' });
});
