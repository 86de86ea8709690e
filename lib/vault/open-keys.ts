import { AppError } from '@/lib/model/app-error';
import { type Derive, openKeyFile } from '@/lib/sync/key-file';
import type { VaultKey } from '@/lib/sync/seal';
import type { VaultDocument } from '@/lib/sync/vault-file';

/**
 * The keys that a passphrase opens, of the key files of a vault; at least one. There may be several: two machines
 * founded at once, or a passphrase is being changed. Throws `vault-locked` without passphrase or key file,
 * `passphrase-wrong` where it opens none, and what the one file that could be opened at all is refused for.
 */
export async function openKeys(
  files: Pick<VaultDocument, 'text'>[],
  { passphrase, derive }: { passphrase: string | null; derive: Derive },
): Promise<VaultKey[]> {
  if (passphrase === null || files.length === 0) throw new AppError('vault-locked');
  const keys = new Map<string, VaultKey>();
  const refusals: AppError[] = [];
  for (const { text } of files) {
    try {
      const key = await openKeyFile(new TextEncoder().encode(text), passphrase, { derive });
      if (key) keys.set(key.keyId, key);
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      refusals.push(thrown);
    }
  }
  if (keys.size > 0) return [...keys.values()];
  const [refusal] = refusals;
  throw refusal && refusals.length === files.length ? refusal : new AppError('passphrase-wrong');
}
