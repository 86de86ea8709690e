import type { Note } from '@/lib/model/note';
import type { VaultName } from '@/lib/model/vault-name';
import { toShown } from './note-rows';
import { withDatabase } from './with-database';

/** The notes that name any of these topics, newest first. */
export function listNotesOfTopics(ids: string[], vault?: VaultName): Promise<Note[]> {
  return withDatabase(
    async (database) => toShown(await database.notes.where('topics').anyOf(ids).distinct().toArray(), vault),
    vault,
  );
}
