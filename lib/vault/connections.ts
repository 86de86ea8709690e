import { dropSecret, loadSecret, saveSecret } from '@/lib/db/secrets';
import { type Connection, connectionSchema } from './connection';

const KEY = 'connection';

/** Where the notes live; `null` where the reader has not connected anything. Works inside a live query. */
export async function loadConnection(): Promise<Connection | null> {
  const read = connectionSchema.safeParse(await loadSecret(KEY));
  return read.success ? read.data : null;
}

/** Keeps a connection: only in the extension's IndexedDB, which no page can read. */
export function saveConnection(connection: Connection): Promise<void> {
  return saveSecret(KEY, connectionSchema.parse(connection));
}

/** Forgets the connection, with its password. */
export function dropConnection(): Promise<void> {
  return dropSecret(KEY);
}
