import { z } from 'zod';
import { dropSecret, loadSecret, saveSecret } from '@/lib/db/secrets';
import type { VaultKey } from '@/lib/sync/seal';

const KEY = 'keyring';

const keyringSchema = z.array(
  z.object({
    keyId: z.string().regex(/^[0-9a-f]{16}$/),
    // What the browser keeps for us cannot be taken out of it again: the worker needs no passphrase, and no copy is made.
    key: z.custom<CryptoKey>((value) => (value as Partial<CryptoKey> | null)?.extractable === false),
  }),
);

/** The unlocked keys of the vault; none where it is not encrypted. */
export async function loadKeyring(): Promise<VaultKey[]> {
  const read = keyringSchema.safeParse(await loadSecret(KEY));
  return read.success ? read.data : [];
}

/** Keeps the unlocked keys in IndexedDB: as keys of the browser that cannot be read, never as bytes. */
export function saveKeyring(keys: VaultKey[]): Promise<void> {
  return saveSecret(KEY, keyringSchema.parse(keys));
}

/** Forgets the keys. */
export function dropKeyring(): Promise<void> {
  return dropSecret(KEY);
}
