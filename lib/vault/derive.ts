import { fromHex } from '@/lib/model/hex';
import type { Derive, Kdf } from '@/lib/sync/key-file';

const BYTES = 32;

/**
 * The key that a passphrase stands for, by the function that the key file names; about a second of work. Argon2id is
 * WebAssembly: `null` where the browser refuses to run it. Its chunk is loaded when it is first needed.
 */
export const deriveKey: Derive = (passphrase, kdf) =>
  kdf.name === 'argon2id' ? deriveArgon2id(passphrase, kdf) : derivePbkdf2(passphrase, kdf);

async function deriveArgon2id(
  password: Uint8Array,
  { m, t, p, salt }: Extract<Kdf, { name: 'argon2id' }>,
): Promise<Uint8Array | null> {
  if (!canRunWasm()) return null;
  const { argon2id } = await import('hash-wasm');
  return argon2id({
    password,
    salt: fromHex(salt),
    memorySize: m,
    iterations: t,
    parallelism: p,
    hashLength: BYTES,
    outputType: 'binary',
  });
}

async function derivePbkdf2(
  password: Uint8Array,
  { iterations, salt }: Extract<Kdf, { name: 'pbkdf2-sha256' }>,
): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', password as Uint8Array<ArrayBuffer>, 'PBKDF2', false, [
    'deriveBits',
  ]);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', iterations, salt: fromHex(salt) };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, BYTES * 8));
}

/** Whether the page's policy and the browser's settings (Firefox can switch it off) let WebAssembly run. */
function canRunWasm(): boolean {
  try {
    // The eight bytes of an empty module.
    new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
    return true;
  } catch {
    // It says so by throwing, also where `WebAssembly` itself is missing.
    return false;
  }
}
