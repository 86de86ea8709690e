import { describe, expect, it } from 'vitest';
import {
  createKeyFile,
  type Derive,
  type Kdf,
  type KeyFile,
  openKeyFile,
  readKeyFile,
  rewrapKeyFile,
} from '@/lib/sync/key-file';
import { seal, unseal, type VaultKey } from '@/lib/sync/seal';

/** A derivation as quick as can be: what is tested here is the file. */
const quick: Derive = async (passphrase, kdf) => {
  const salted = new Uint8Array([...passphrase, ...new TextEncoder().encode(JSON.stringify(kdf))]);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', salted));
};
const tools = { derive: quick };
const noWasm = {
  derive: (async (text, kdf) => (kdf.name === 'argon2id' ? null : quick(text, kdf))) as Derive,
};

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as KeyFile;
const alter = (bytes: Uint8Array, change: (file: KeyFile) => unknown) =>
  encode(JSON.stringify(change(decode(bytes))));
const withKdf = (bytes: Uint8Array, kdf: Partial<Kdf>) =>
  alter(bytes, (file) => ({ ...file, kdf: { ...file.kdf, ...kdf } }));

async function opensWhatItSealed(one: VaultKey, other: VaultKey): Promise<boolean> {
  const sealed = await seal(encode('a note'), encode('header'), one);
  return new TextDecoder().decode((await unseal(sealed, encode('header'), other)) ?? undefined) === 'a note';
}

describe('a key file', () => {
  it('gives the vault key back for its passphrase, under a key id that it tells without one', async () => {
    const { bytes, vaultKey } = await createKeyFile('plum ladder', tools);
    const opened = await openKeyFile(bytes, 'plum ladder', tools);
    expect(opened?.keyId).toBe(vaultKey.keyId);
    expect(readKeyFile(bytes)?.keyId).toBe(vaultKey.keyId);
    expect(opened && (await opensWhatItSealed(vaultKey, opened))).toBe(true);
    expect(bytes.byteLength).toBeLessThan(500);
  });

  it('gives keys that nobody can take out of the browser', async () => {
    const { bytes, vaultKey } = await createKeyFile('plum ladder', tools);
    const opened = await openKeyFile(bytes, 'plum ladder', tools);
    for (const { key } of [vaultKey, opened as VaultKey]) {
      expect(key.extractable).toBe(false);
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    }
  });

  it('opens with no other passphrase', async () => {
    const { bytes } = await createKeyFile('plum ladder', tools);
    for (const wrong of ['', 'plum', 'Plum ladder', 'plum ladder '])
      expect(await openKeyFile(bytes, wrong, tools)).toBeNull();
  });

  it('takes the same characters however a keyboard composes them', async () => {
    const { bytes } = await createKeyFile('pässwörd ﬁn'.normalize('NFD'), tools);
    expect(await openKeyFile(bytes, 'pässwörd fin'.normalize('NFC'), tools)).not.toBeNull();
  });

  it('is asked of Argon2id at 64 MiB, and of PBKDF2 only where the browser refuses WebAssembly', async () => {
    const { bytes } = await createKeyFile('plum ladder', tools);
    expect(decode(bytes).kdf).toMatchObject({ name: 'argon2id', m: 65_536, t: 3, p: 1 });
    const plain = await createKeyFile('plum ladder', noWasm);
    expect(decode(plain.bytes).kdf).toMatchObject({ name: 'pbkdf2-sha256', iterations: 600_000 });
    expect(await openKeyFile(plain.bytes, 'plum ladder', noWasm)).not.toBeNull();
    await expect(openKeyFile(bytes, 'plum ladder', noWasm)).rejects.toMatchObject({ code: 'vault-locked' });
  });

  it('never has the same salt, key or bytes twice', async () => {
    const files = await Promise.all(Array.from({ length: 8 }, () => createKeyFile('plum ladder', tools)));
    const read = files.map(({ bytes }) => decode(bytes));
    for (const part of [
      read.map((file) => file.kdf.salt),
      read.map((file) => file.keyId),
      read.map((file) => file.wrap.iv),
      read.map((file) => file.wrap.ct),
    ]) {
      expect(new Set(part).size).toBe(files.length);
    }
  });

  it('gives no key when any one bit of it is flipped', async () => {
    const { bytes } = await createKeyFile('plum ladder', tools);
    for (let bit = 0; bit < bytes.byteLength * 8; bit += 1) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const opened = await openKeyFile(flipped, 'plum ladder', tools).catch(() => null);
      expect(opened, `bit ${bit}`).toBeNull();
    }
  });

  it('keeps the vault key when the passphrase changes', async () => {
    const { bytes, vaultKey } = await createKeyFile('plum ladder', tools);
    const rewrapped = (await rewrapKeyFile(bytes, 'plum ladder', 'sixty orbits', tools)) as Uint8Array;
    const opened = (await openKeyFile(rewrapped, 'sixty orbits', tools)) as VaultKey;
    expect(opened.keyId).toBe(vaultKey.keyId);
    expect(await opensWhatItSealed(vaultKey, opened)).toBe(true);
    expect(await openKeyFile(rewrapped, 'plum ladder', tools)).toBeNull();
    expect(decode(rewrapped).kdf.salt).not.toBe(decode(bytes).kdf.salt);
    expect(await rewrapKeyFile(bytes, 'wrong', 'sixty orbits', tools)).toBeNull();
  });

  it.each([
    [{ m: 19_455 }, 'passphrase-weak', 'less memory than OWASP asks for'],
    [{ t: 1 }, 'passphrase-weak', 'fewer passes'],
    [{ p: 0 }, 'passphrase-weak', 'no lane'],
    [{ m: 4_194_304 }, 'vault-locked', '4 GB would end the page'],
    [{ t: 1_000_000 }, 'vault-locked', 'days of work'],
    [{ m: 262_144, t: 16 }, 'vault-locked', 'each bearable, both together not'],
    [{ p: 100 }, 'vault-locked', 'lanes'],
  ] as [Partial<Kdf>, string, string][])(
    'asking for %j is refused with %s before any work: %s',
    async (kdf, code) => {
      const { bytes } = await createKeyFile('plum ladder', tools);
      const noWork: Derive = () => Promise.reject(new Error('worked'));
      await expect(openKeyFile(withKdf(bytes, kdf), 'plum ladder', { derive: noWork })).rejects.toMatchObject(
        {
          code,
        },
      );
    },
  );

  it.each([
    [599_999, 'passphrase-weak'],
    [1_000_000_000, 'vault-locked'],
  ])('PBKDF2 with %i iterations is refused with %s', async (iterations, code) => {
    const { bytes } = await createKeyFile('plum ladder', noWasm);
    await expect(openKeyFile(withKdf(bytes, { iterations }), 'plum ladder', noWasm)).rejects.toMatchObject({
      code,
    });
  });

  it('with weaker work, still within bounds, than it was wrapped with, does not open', async () => {
    const { bytes } = await createKeyFile('plum ladder', tools);
    // Even by a derivation that does not look at the work: the wrapping itself names it.
    const blind: Derive = (text, { salt }) => quick(text, { name: 'pbkdf2-sha256', iterations: 0, salt });
    const wrapped = await createKeyFile('plum ladder', { derive: blind });
    expect(await openKeyFile(wrapped.bytes, 'plum ladder', { derive: blind })).not.toBeNull();
    expect(
      await openKeyFile(withKdf(wrapped.bytes, { m: 19_456 }), 'plum ladder', { derive: blind }),
    ).toBeNull();
    expect(await openKeyFile(withKdf(bytes, { m: 19_456 }), 'plum ladder', tools)).toBeNull();
  });

  it('of a later version says so; other bytes are none', async () => {
    const { bytes } = await createKeyFile('plum ladder', tools);
    const newer = alter(bytes, (file) => ({ ...file, v: 2 }));
    expect(() => readKeyFile(newer)).toThrow(expect.objectContaining({ code: 'vault-newer' }));
    for (const text of [
      '',
      '{}',
      '[]',
      'null',
      '<html>',
      '{"v":1}',
      `${'['.repeat(500)}`,
      ' '.repeat(5_000),
    ]) {
      expect(readKeyFile(encode(text)), text.slice(0, 10)).toBeNull();
      await expect(openKeyFile(encode(text), 'plum ladder', tools)).rejects.toMatchObject({
        code: 'vault-locked',
      });
    }
  });
});
