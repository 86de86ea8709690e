import { argon2Sync, pbkdf2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deriveKey } from '@/lib/vault/derive';

const passphrase = new TextEncoder().encode('plum ladder sixty orbit');
const salt = '000102030405060708090a0b0c0d0e0f';

describe('derivation, beside that of OpenSSL', () => {
  it('Argon2id is the same', async () => {
    const derived = await deriveKey(passphrase, { name: 'argon2id', m: 19_456, t: 2, p: 1, salt });
    const other = argon2Sync('argon2id', {
      message: passphrase,
      nonce: Buffer.from(salt, 'hex'),
      memory: 19_456,
      passes: 2,
      parallelism: 1,
      tagLength: 32,
    });
    expect(Buffer.from(derived ?? []).toString('hex')).toBe(other.toString('hex'));
  });

  it('PBKDF2 is the same', async () => {
    const derived = await deriveKey(passphrase, { name: 'pbkdf2-sha256', iterations: 600_000, salt });
    const other = pbkdf2Sync(passphrase, Buffer.from(salt, 'hex'), 600_000, 32, 'sha256');
    expect(Buffer.from(derived ?? []).toString('hex')).toBe(other.toString('hex'));
  });

  it('says null where the browser refuses WebAssembly', async () => {
    const real = globalThis.WebAssembly;
    Object.assign(globalThis, { WebAssembly: undefined });
    try {
      expect(await deriveKey(passphrase, { name: 'argon2id', m: 19_456, t: 2, p: 1, salt })).toBeNull();
    } finally {
      Object.assign(globalThis, { WebAssembly: real });
    }
  });
});
