import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useGoneNotes } from '@/components/hooks/use-gone-notes';
import { rememberSharedVault } from '@/lib/db/shared-vault';
import type { Note } from '@/lib/model/note';
import type { VaultName } from '@/lib/model/vault-name';
import { moveNote } from '@/lib/notes/move-note';
import { createNote, hideNote } from '@/lib/notes/write-note';
import { makeDraft } from '../../builders';
import { emptyDatabaseBeforeEach } from '../../stored';

emptyDatabaseBeforeEach();
afterEach(() => vi.restoreAllMocks());

/** A note that was deleted here and is back, on a page whose list shows what `among` says. */
async function deleteAndRestore(vault: VaultName = 'own') {
  const made = await createNote(makeDraft());
  const note = vault === 'own' ? made : (await moveNote(made, vault)).to;
  const { result } = renderHook(useGoneNotes);
  const listed = (of: readonly Note[]) =>
    result.current
      .among(
        of,
        () => true,
        () => 0,
      )
      .map(({ id }) => id);
  await act(() => result.current.remove(note));
  expect(listed([])).toEqual([note.id]);
  await act(() => result.current.restore(note));
  return { note, gone: result, listed };
}

describe('a note that was deleted and is back', () => {
  it('stands in its place until the list has it', async () => {
    const { note, listed } = await deleteAndRestore();
    expect(listed([])).toEqual([note.id]);
    expect(listed([note])).toEqual([note.id]);
  });

  it.each(['own', 'shared'] as const)('goes when it is deleted elsewhere, in the %s vault', async (vault) => {
    if (vault === 'shared') await rememberSharedVault();
    const { note, listed } = await deleteAndRestore(vault);
    // What follows the note has read it, and hears of it from now on.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await act(() => hideNote(note.id, vault));
    await waitFor(() => expect(listed([])).toEqual([]));
  });

  it('stays with its undo when it is deleted here again', async () => {
    const { note, gone, listed } = await deleteAndRestore();
    await act(() => gone.current.remove(note));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(listed([])).toEqual([note.id]);
    expect(gone.current.how(note.id)).toEqual({ how: 'deleted' });
  });

  it('stays where the reader is writing in it, and goes when they are done', async () => {
    const { note, gone, listed } = await deleteAndRestore();
    let release = () => {};
    act(() => {
      release = gone.current.hold(note);
    });
    await act(() => hideNote(note.id));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(listed([])).toEqual([note.id]);
    act(release);
    expect(listed([])).toEqual([]);
  });
});
