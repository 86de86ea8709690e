import { argon2Sync, createDecipheriv } from 'node:crypto';

/** The vault's key out of a key file, as bytes: by Node's own Argon2 and AES, none of ours. What no browser may ever show. */
export async function unwrapKeyBytes(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const { kdf, wrap } = JSON.parse(new TextDecoder().decode(bytes));
  const key = argon2Sync('argon2id', {
    message: passphrase.normalize('NFKC'),
    nonce: Buffer.from(kdf.salt, 'hex'),
    memory: kdf.m,
    passes: kdf.t,
    parallelism: kdf.p,
    tagLength: 32,
  });
  const sealed = Buffer.from(wrap.ct, 'hex');
  const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(wrap.iv, 'hex'));
  cipher.setAAD(Buffer.from(JSON.stringify(kdf)));
  cipher.setAuthTag(sealed.subarray(-16));
  return new Uint8Array(Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]));
}
