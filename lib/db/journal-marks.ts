/**
 * Marks of writings that the journal may not have (see lib/backups/keep-journal.ts). Each is set by the transaction that stores the notes, and goes
 * when they are in the journal: one that stays tells that its writer was ended in between, or that the journal had no room.
 */
import type { VaultName } from '@/lib/model/vault-name';
import { withDatabase } from './with-database';

const PREFIX = 'journal:open:';

/** The name of a new mark, for `writeNotes`. */
export function makeMark(): string {
  return `${PREFIX}${crypto.randomUUID()}`;
}

/** Every mark of a vault that was set before that moment (milliseconds since 1970). Works inside a live query. */
export function listMarks(vault?: VaultName, before = Number.POSITIVE_INFINITY): Promise<string[]> {
  return withDatabase(async ({ meta }) => {
    const marks = await meta.where('key').startsWith(PREFIX).toArray();
    return marks.filter(({ value }) => (value as number) < before).map(({ key }) => key);
  }, vault);
}

/** Takes marks of a vault away. */
export function dropMarks(marks: string[], vault?: VaultName): Promise<void> {
  return withDatabase(({ meta }) => meta.bulkDelete(marks), vault);
}
