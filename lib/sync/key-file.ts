/**
 * The file that keeps a vault's key, wrapped by a passphrase (sync.md 4.7). The vault key is random and never
 * changes; the passphrase only opens the wrapping, so it can be changed by writing one small file. How a passphrase
 * becomes a wrapping key stands in the file and is authenticated with it: nobody can weaken it unseen.
 */
import { z } from 'zod';
import { AppError } from '@/lib/model/app-error';
import { fromHex, toHex } from '@/lib/model/hex';
import { parseJson } from '@/lib/model/parse-json';
import type { VaultKey } from './seal';

/** Most that a key file weighs; ours are some 300 bytes. */
const KEY_FILE_BYTES = 4_096;

const VERSION = 1;
const KEY_BYTES = 32;
const IV_BYTES = 12;
const SALT_BYTES = 16;
const TAG_BYTES = 16;

/**
 * Least and most work that a key file may ask for. Least: OWASP's Password Storage Cheat Sheet. Most: some seconds and
 * 256 MB on an ordinary machine, so that nobody who can write into the folder can bring ours to a halt.
 */
const WORK = {
  argon2id: { least: { m: 19_456, t: 2, p: 1 }, most: { m: 262_144, t: 16, p: 4, memoryTimes: 1_572_864 } },
  pbkdf2: { least: 600_000, most: 10_000_000 },
} as const;

/** What new key files ask for. `m` in KiB. */
const ARGON2ID = { name: 'argon2id', m: 65_536, t: 3, p: 1 } as const;
const PBKDF2 = { name: 'pbkdf2-sha256', iterations: 600_000 } as const;

const count = z.number().int().nonnegative();
const saltSchema = hexSchema(SALT_BYTES);
const kdfSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('argon2id'), m: count, t: count, p: count, salt: saltSchema }),
  z.object({ name: z.literal('pbkdf2-sha256'), iterations: count, salt: saltSchema }),
]);
/** How a passphrase becomes the key that wraps the vault's: function, work and salt (hexadecimal). */
export type Kdf = z.infer<typeof kdfSchema>;

const keyFileSchema = z.object({
  v: z.literal(VERSION),
  keyId: hexSchema(8),
  kdf: kdfSchema,
  wrap: z.object({ iv: hexSchema(IV_BYTES), ct: hexSchema(KEY_BYTES + TAG_BYTES) }),
});
/** A key file, read. */
export type KeyFile = z.infer<typeof keyFileSchema>;

/** 256 bits out of a passphrase; `null` where this browser cannot compute that function. */
export type Derive = (passphrase: Uint8Array, kdf: Kdf) => Promise<Uint8Array | null>;

/**
 * What making and opening key files takes from outside. `random`: as many bytes as asked for, which nobody can guess.
 */
export type KeyTools = { derive: Derive; random?: (bytes: number) => Uint8Array };

/** A new vault key, and the file that keeps it for whoever knows the passphrase. */
export async function createKeyFile(
  passphrase: string,
  tools: KeyTools,
): Promise<{ bytes: Uint8Array; vaultKey: VaultKey }> {
  const raw = toRandom(tools)(KEY_BYTES);
  try {
    return { bytes: await wrap(raw, passphrase, tools), vaultKey: await importKey(raw) };
  } finally {
    raw.fill(0);
  }
}

/**
 * The vault key out of a key file; `null` where the passphrase is not the right one (or a byte of the file is not).
 * Throws `vault-newer` for a file of a later version, `passphrase-weak` where it asks for less work than is safe,
 * `vault-locked` where it is no key file, asks for more work than ours ever do, or for a function that this browser lacks.
 */
export async function openKeyFile(
  bytes: Uint8Array,
  passphrase: string,
  tools: KeyTools,
): Promise<VaultKey | null> {
  const raw = await unwrap(bytes, passphrase, tools);
  if (!raw) return null;
  try {
    return await importKey(raw);
  } finally {
    raw.fill(0);
  }
}

/** The same vault key in a new file under another passphrase; `null` where the old one is wrong. Throws as `openKeyFile`. */
export async function rewrapKeyFile(
  bytes: Uint8Array,
  oldPassphrase: string,
  newPassphrase: string,
  tools: KeyTools,
): Promise<Uint8Array | null> {
  const raw = await unwrap(bytes, oldPassphrase, tools);
  if (!raw) return null;
  try {
    return await wrap(raw, newPassphrase, tools);
  } finally {
    raw.fill(0);
  }
}

/** What a key file says without a passphrase; `null` for what is none. Throws `vault-newer` for one of a later version. */
export function readKeyFile(bytes: Uint8Array): KeyFile | null {
  if (bytes.byteLength > KEY_FILE_BYTES) return null;
  const parsed = parseJson(new TextDecoder().decode(bytes), { mostBytes: KEY_FILE_BYTES, mostDepth: 4 });
  if (!parsed.ok) return null;
  const version = z.looseObject({ v: z.number().int() }).safeParse(parsed.value);
  if (version.success && version.data.v > VERSION) throw new AppError('vault-newer', { detail: 'key file' });
  const read = keyFileSchema.safeParse(parsed.value);
  return read.success ? read.data : null;
}

/** The bytes that a passphrase stands for: the same characters however a keyboard composes them (NFKC). */
function toPassphraseBytes(passphrase: string): Uint8Array {
  return new TextEncoder().encode(passphrase.normalize('NFKC'));
}

async function wrap(raw: Uint8Array, passphrase: string, tools: KeyTools): Promise<Uint8Array> {
  const random = toRandom(tools);
  const salt = toHex(random(SALT_BYTES));
  const { kdf, key } = await deriveNew(passphrase, salt, tools);
  const iv = random(IV_BYTES);
  const ct = await crypto.subtle.encrypt(toAlgorithm(iv, kdf), key, own(raw));
  const file: KeyFile = {
    v: VERSION,
    keyId: await toKeyId(raw),
    kdf,
    wrap: { iv: toHex(iv), ct: toHex(new Uint8Array(ct)) },
  };
  return new TextEncoder().encode(JSON.stringify(file));
}

async function unwrap(bytes: Uint8Array, passphrase: string, tools: KeyTools): Promise<Uint8Array | null> {
  const file = readKeyFile(bytes);
  if (!file) throw new AppError('vault-locked', { detail: 'key file' });
  checkWork(file.kdf);
  const key = await deriveKey(passphrase, file.kdf, tools);
  if (!key) throw new AppError('vault-locked', { detail: file.kdf.name });
  const algorithm = toAlgorithm(fromHex(file.wrap.iv), file.kdf);
  try {
    const raw = new Uint8Array(await crypto.subtle.decrypt(algorithm, key, fromHex(file.wrap.ct)));
    return (await toKeyId(raw)) === file.keyId ? raw : null;
  } catch {
    // Decrypting has one failure: it is not what that passphrase wrapped.
    return null;
  }
}

/** Argon2id where the browser can, else PBKDF2. */
async function deriveNew(
  passphrase: string,
  salt: string,
  tools: KeyTools,
): Promise<{ kdf: Kdf; key: CryptoKey }> {
  for (const kdf of [
    { ...ARGON2ID, salt },
    { ...PBKDF2, salt },
  ]) {
    const key = await deriveKey(passphrase, kdf, tools);
    if (key) return { kdf, key };
  }
  throw new AppError('unexpected', { detail: 'no key derivation' });
}

async function deriveKey(passphrase: string, kdf: Kdf, { derive }: KeyTools): Promise<CryptoKey | null> {
  const derived = await derive(toPassphraseBytes(passphrase), kdf);
  if (!derived) return null;
  const key = await crypto.subtle.importKey('raw', own(derived), 'AES-GCM', false, ['encrypt', 'decrypt']);
  derived.fill(0);
  return key;
}

function checkWork(kdf: Kdf): void {
  const { least, most } =
    kdf.name === 'argon2id'
      ? compareArgon2id(kdf)
      : { least: kdf.iterations >= WORK.pbkdf2.least, most: kdf.iterations <= WORK.pbkdf2.most };
  if (!least) throw new AppError('passphrase-weak', { detail: kdf.name });
  if (!most) throw new AppError('vault-locked', { detail: `${kdf.name}: too much work` });
}

function compareArgon2id({ m, t, p }: Extract<Kdf, { name: 'argon2id' }>): { least: boolean; most: boolean } {
  const { least, most } = WORK.argon2id;
  return {
    least: m >= least.m && t >= least.t && p >= least.p,
    most: m <= most.m && t <= most.t && p <= most.p && m * t <= most.memoryTimes,
  };
}

/** What is authenticated with the wrapped key: the derivation, its keys in one order. */
function toAlgorithm(iv: Uint8Array, kdf: Kdf): AesGcmParams {
  const canonical =
    kdf.name === 'argon2id'
      ? { name: kdf.name, m: kdf.m, t: kdf.t, p: kdf.p, salt: kdf.salt }
      : { name: kdf.name, iterations: kdf.iterations, salt: kdf.salt };
  return {
    name: 'AES-GCM',
    iv: own(iv),
    additionalData: new TextEncoder().encode(JSON.stringify(canonical)),
  };
}

async function importKey(raw: Uint8Array): Promise<VaultKey> {
  const key = await crypto.subtle.importKey('raw', own(raw), 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { keyId: await toKeyId(raw), key };
}

async function toKeyId(raw: Uint8Array): Promise<string> {
  const named = new Uint8Array([...new TextEncoder().encode('kid'), ...raw]);
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', named), 0, 8));
}

function toRandom({ random }: KeyTools): (bytes: number) => Uint8Array {
  return random ?? ((bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
}

function hexSchema(bytes: number) {
  return z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
}

/** For WebCrypto, whose types want bytes that no other thread shares. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
