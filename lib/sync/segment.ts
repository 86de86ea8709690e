/**
 * A segment: a write-once file of changes.
 *
 *     "SLG1" | header length (u32, little endian) | header (JSON) | payload
 *
 * The payload is a JSON array of changes, gzipped, and in an encrypted vault sealed with everything before it
 * authenticated along. Its name is the hash of the whole file, so a cut, flipped or foreign file is told from a
 * good one by its bytes alone.
 */
import { z } from 'zod';
import { type Change, changeSchema } from '@/lib/model/note';
import { parseJson } from '@/lib/model/parse-json';
import type { Codec } from './codec';
import { seal, unseal, type VaultKey } from './seal';

/** Most that a segment of ours holds, and most that one of another replica may. */
export const SEGMENT_LIMITS = {
  changes: 2_000,
  /** Bytes of JSON before compression, unless one change alone is longer. */
  rawBytes: 2 * 1024 * 1024,
  /** Bytes of a file that is read at all. */
  fileBytes: 4 * 1024 * 1024,
  unpackedBytes: 16 * 1024 * 1024,
  /** Of JSON; ours have some 20 a change. */
  values: 400_000,
  headerBytes: 64 * 1024,
  depth: 32,
} as const;

const MAGIC = new TextEncoder().encode('SLG1');
const PREFIX_BYTES = 8;
const VERSION = 1;

const headerSchema = z.looseObject({
  v: z.literal(VERSION),
  replica: z.string().regex(/^[0-9a-f]{16}$/),
  count: z.number().int().nonnegative(),
  z: z.literal('gzip'),
  enc: z.enum(['none', 'A256GCM']),
  keyId: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  /** Hashes of the segments whose place it takes. */
  replaces: z.array(z.string().regex(/^[0-9a-f]{32}$/)).max(1_800),
  /** It holds nothing that those did not hold: who has applied them all need not read it. */
  closed: z.boolean(),
  /** Chance, so that the same changes written again bear another name. */
  salt: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
});

/** What a segment says of itself. Not to be trusted before the whole file was checked against its name. */
export type SegmentHeader = z.infer<typeof headerSchema>;

/** A segment to be written. */
export type SegmentContent = {
  replica: string;
  changes: Change[];
  replaces: string[];
  closed: boolean;
  salt?: string;
};

/** The file of a segment, encrypted with the key of the least id where there are keys. `rawBytes`: its changes before compression. */
export async function writeSegment(
  { replica, changes, replaces, closed, salt }: SegmentContent,
  keyring: readonly VaultKey[],
  codec: Codec,
): Promise<{ sha: string; bytes: Uint8Array; rawBytes: number }> {
  const key = keyring.toSorted((a, b) => (a.keyId < b.keyId ? -1 : 1))[0];
  const header: SegmentHeader = {
    v: VERSION,
    replica,
    count: changes.length,
    z: 'gzip',
    enc: key ? 'A256GCM' : 'none',
    ...(key && { keyId: key.keyId }),
    replaces,
    closed,
    ...(salt !== undefined && { salt }),
  };
  const encoder = new TextEncoder();
  const head = encoder.encode(JSON.stringify(header));
  const start = new Uint8Array(PREFIX_BYTES + head.byteLength);
  start.set(MAGIC);
  new DataView(start.buffer).setUint32(MAGIC.byteLength, head.byteLength, true);
  start.set(head, PREFIX_BYTES);
  const raw = encoder.encode(JSON.stringify(changes));
  const packed = await codec.gzip(raw);
  const payload = key ? await seal(packed, start, key) : packed;
  const bytes = new Uint8Array(start.byteLength + payload.byteLength);
  bytes.set(start);
  bytes.set(payload, start.byteLength);
  return { sha: await codec.digest(bytes), bytes, rawBytes: raw.byteLength };
}

/** How many of these changes, from the first, fit into one segment; at least one. */
export function countFitting(changes: Change[]): number {
  const encoder = new TextEncoder();
  let bytes = 0;
  let count = 0;
  for (const change of changes.slice(0, SEGMENT_LIMITS.changes)) {
    bytes += encoder.encode(JSON.stringify(change)).byteLength;
    if (count > 0 && bytes > SEGMENT_LIMITS.rawBytes) break;
    count += 1;
  }
  return count;
}

/** The header at the start of these bytes; `null` where they are none of ours, `newer` of a later version, `short` where more is needed. */
export function readHeader(bytes: Uint8Array): SegmentHeader | 'newer' | 'short' | null {
  if (bytes.byteLength < PREFIX_BYTES) return 'short';
  if (MAGIC.some((byte, at) => bytes[at] !== byte)) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.byteLength, true);
  if (length > SEGMENT_LIMITS.headerBytes) return null;
  if (bytes.byteLength < PREFIX_BYTES + length) return 'short';
  const text = new TextDecoder().decode(bytes.subarray(PREFIX_BYTES, PREFIX_BYTES + length));
  const parsed = parseJson(text, { mostBytes: SEGMENT_LIMITS.headerBytes, mostDepth: 4 });
  if (!parsed.ok) return null;
  const version = z.looseObject({ v: z.number() }).safeParse(parsed.value);
  if (version.success && version.data.v > VERSION) return 'newer';
  const header = headerSchema.safeParse(parsed.value);
  return header.success ? header.data : null;
}

/** A segment read, or why it cannot be: see `Unusable`. */
export type SegmentReading =
  | { ok: true; header: SegmentHeader; changes: Change[] }
  | { ok: false; reason: 'torn' | 'locked' | 'newer' | 'invalid' };

/**
 * Reads a segment of that name. Changes of a shape that cannot be ours are left out, the rest is kept. In a vault
 * with keys a segment that is not sealed is refused, and one sealed in a vault without.
 */
export async function readSegment(
  sha: string,
  bytes: Uint8Array,
  keyring: readonly VaultKey[],
  codec: Codec,
): Promise<SegmentReading> {
  if ((await codec.digest(bytes)) !== sha) return { ok: false, reason: 'torn' };
  const header = readHeader(bytes);
  if (header === 'newer') return { ok: false, reason: 'newer' };
  if (header === null || header === 'short') return { ok: false, reason: 'invalid' };
  const start = PREFIX_BYTES + new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.byteLength, true);
  const packed = await openPayload(header, bytes, start, keyring);
  if (!packed) return { ok: false, reason: 'locked' };
  const raw = await codec.gunzip(packed, SEGMENT_LIMITS.unpackedBytes);
  const parsed =
    raw &&
    parseJson(new TextDecoder().decode(raw), {
      mostBytes: SEGMENT_LIMITS.unpackedBytes,
      mostDepth: SEGMENT_LIMITS.depth,
      mostValues: SEGMENT_LIMITS.values,
    });
  if (!parsed?.ok || !Array.isArray(parsed.value)) return { ok: false, reason: 'invalid' };
  const changes = parsed.value.flatMap((value) => {
    const read = changeSchema.safeParse(value);
    return read.success ? [read.data] : [];
  });
  return { ok: true, header, changes };
}

async function openPayload(
  header: SegmentHeader,
  bytes: Uint8Array,
  start: number,
  keyring: readonly VaultKey[],
): Promise<Uint8Array | null> {
  if (header.enc === 'none') return keyring.length === 0 ? bytes.subarray(start) : null;
  const key = keyring.find(({ keyId }) => keyId === header.keyId);
  return key ? unseal(bytes.subarray(start), bytes.slice(0, start), key) : null;
}
