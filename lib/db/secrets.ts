import type { VaultName } from '@/lib/model/vault-name';
import { withDatabase } from './with-database';

/** A secret of this installation (see `SecretRow`). `null` where there is none. */
export function loadSecret(key: string, vault?: VaultName): Promise<unknown> {
  return withDatabase(async (database) => (await database.secrets.get(key))?.value ?? null, vault);
}

/** Keeps a secret, over what stood there. Keys of WebCrypto and handles of folders are kept as they are. */
export async function saveSecret(key: string, value: unknown, vault?: VaultName): Promise<void> {
  await withDatabase((database) => database.secrets.put({ key, value }), vault);
}

/** Forgets a secret. */
export function dropSecret(key: string, vault?: VaultName): Promise<void> {
  return withDatabase((database) => database.secrets.delete(key), vault);
}
