/** Encryption of segments: AES-256-GCM, everything before the ciphertext authenticated along with it. */

/** The key of a vault. `keyId`: first 64 bits of SHA-256("kid" | key), 16 hexadecimal digits. Never extractable. */
export type VaultKey = { keyId: string; key: CryptoKey };

const IV_BYTES = 12;

/** Encrypts: iv(12) | ciphertext and tag. `header` is authenticated, not encrypted. */
export async function seal(payload: Uint8Array, header: Uint8Array, key: VaultKey): Promise<Uint8Array> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const algorithm = { name: 'AES-GCM', iv, additionalData: header as Uint8Array<ArrayBuffer> };
  const sealed = await crypto.subtle.encrypt(algorithm, key.key, payload as Uint8Array<ArrayBuffer>);
  const bytes = new Uint8Array(IV_BYTES + sealed.byteLength);
  bytes.set(iv);
  bytes.set(new Uint8Array(sealed), IV_BYTES);
  return bytes;
}

/** Decrypts what `seal` made. `null` where the key, the header or a byte is not the same. */
export async function unseal(
  sealed: Uint8Array,
  header: Uint8Array,
  key: VaultKey,
): Promise<Uint8Array | null> {
  const iv = sealed.slice(0, IV_BYTES);
  const algorithm = { name: 'AES-GCM', iv, additionalData: header as Uint8Array<ArrayBuffer> };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key.key, sealed.slice(IV_BYTES)));
  } catch {
    // The one failure that decrypting has: it is not what that key sealed.
    return null;
  }
}
