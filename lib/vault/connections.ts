import { ofEachVault } from '@/lib/db/of-each-vault';
import { dropSecret, loadSecret, saveSecret } from '@/lib/db/secrets';
import { AppError } from '@/lib/model/app-error';
import type { VaultName } from '@/lib/model/vault-name';
import { type Connection, connectionSchema } from './connection';

const KEY = 'connection';

/** Where the notes of a vault live; `null` where the reader has not connected anything. Works inside a live query. */
export async function loadConnection(vault?: VaultName): Promise<Connection | null> {
  const read = connectionSchema.safeParse(await loadSecret(KEY, vault));
  return read.success ? read.data : null;
}

/** The same where there must be one. */
export async function requireConnection(vault: VaultName): Promise<Connection> {
  const connection = await loadConnection(vault);
  if (!connection) throw new AppError('unexpected', { detail: 'not connected' });
  return connection;
}

/** Keeps a connection: only in the extension's IndexedDB, which no page can read. */
export function saveConnection(connection: Connection, vault?: VaultName): Promise<void> {
  return saveSecret(KEY, connectionSchema.parse(connection), vault);
}

/** Forgets the connection, with its password. */
export function dropConnection(vault?: VaultName): Promise<void> {
  return dropSecret(KEY, vault);
}

/**
 * The vaults that are connected, in the order in which rounds are made; without one whose database does not open, which keeps no
 * other from its rounds. Throws where none opens.
 */
export async function listConnected(): Promise<VaultName[]> {
  const found = await ofEachVault(loadConnection);
  return found.flatMap(({ vault, answer }) => (answer ? [vault] : []));
}
