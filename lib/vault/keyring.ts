import { z } from 'zod';
import { dropSecret, loadSecret, saveSecret } from '@/lib/db/secrets';
import type { VaultName } from '@/lib/model/vault-name';
import type { VaultKey } from '@/lib/sync/seal';

const KEY = 'keyring';

const keyringSchema = z.array(
  z.object({
    keyId: z.string().regex(/^[0-9a-f]{16}$/),
    // What the browser keeps for us cannot be taken out of it again: the worker needs no passphrase, and no copy is made.
    key: z.custom<CryptoKey>((value) => (value as Partial<CryptoKey> | null)?.extractable === false),
  }),
);

/** The unlocked keys of a vault; none where it is not encrypted. */
export async function loadKeyring(vault?: VaultName): Promise<VaultKey[]> {
  const read = keyringSchema.safeParse(await loadSecret(KEY, vault));
  return read.success ? read.data : [];
}

/** Keeps the unlocked keys in IndexedDB: as keys of the browser that cannot be read, never as bytes. */
export function saveKeyring(keys: VaultKey[], vault?: VaultName): Promise<void> {
  return saveSecret(KEY, keyringSchema.parse(keys), vault);
}

/** Forgets the keys. */
export function dropKeyring(vault?: VaultName): Promise<void> {
  return dropSecret(KEY, vault);
}
