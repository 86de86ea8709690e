import type { Note } from '@/lib/model/note';
import type { VaultName } from '@/lib/model/vault-name';
import { toShown } from './note-rows';
import { readsOf } from './reads';

/** The notes that name any of these topics, newest first. */
export async function listNotesOfTopics(
  ids: string[],
  vault?: VaultName,
  reads = readsOf(vault),
): Promise<Note[]> {
  return toShown(await reads.rows('notes', 'topics', ids), vault);
}
