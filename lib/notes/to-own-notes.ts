import { type Change, isNoteId } from '@/lib/model/note';
import { deriveId } from './random-id';

/**
 * The changes of shared notes as those of notes of the reader's own: other ids, always the same ones, so that they can stand beside the
 * shared ones. What is said of anything but notes is left out.
 */
export async function toOwnNotes(changes: readonly Change[]): Promise<Change[]> {
  const shared = new Set(changes.map(({ e }) => e).filter(isNoteId));
  const ids = new Map(await Promise.all([...shared].map(async (e) => [e, await toOwnId(e)] as const)));
  return changes.flatMap((change) => {
    const e = ids.get(change.e);
    return e ? [{ ...change, e }] : [];
  });
}

async function toOwnId(id: string): Promise<string> {
  return `note:${await deriveId('own', id)}`;
}
