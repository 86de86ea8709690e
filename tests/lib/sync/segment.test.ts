import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webCodec } from '@/lib/sync/codec';
import type { VaultKey } from '@/lib/sync/seal';
import { countFitting, readHeader, readSegment, SEGMENT_LIMITS, writeSegment } from '@/lib/sync/segment';
import { makeChange, testId } from '@/tests/builders';

const replica = '00112233aabbccdd';

async function makeKey(keyId: string): Promise<VaultKey> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  return { keyId, key };
}

const changes = [
  makeChange({ i: testId('c', 1), x: 'Check the memory bandwidth', b: '', p: [] }),
  makeChange({ i: testId('c', 2), t: 2, f: { 'tag:存储': true } }),
];
const content = { replica, changes, replaces: ['0'.repeat(32)], closed: true };

describe('a segment', () => {
  it('comes back as it was written', async () => {
    const { sha, bytes } = await writeSegment(content, [], webCodec);
    const read = await readSegment(sha, bytes, [], webCodec);
    expect(read).toMatchObject({
      ok: true,
      changes,
      header: { replica, count: 2, closed: true, enc: 'none' },
    });
  });

  it('comes back from under encryption, and shows nothing of its texts before', async () => {
    const key = await makeKey('a'.repeat(16));
    const { sha, bytes } = await writeSegment(content, [key], webCodec);
    expect(await readSegment(sha, bytes, [key], webCodec)).toMatchObject({ ok: true, changes });
    expect(new TextDecoder().decode(bytes)).not.toContain('memory');
  });

  it('keeps keys of changes that only a newer version knows', async () => {
    const newer = [{ ...makeChange(), later: { any: 'thing' } }];
    const { sha, bytes } = await writeSegment({ ...content, changes: newer }, [], webCodec);
    expect(await readSegment(sha, bytes, [], webCodec)).toMatchObject({ changes: newer });
  });

  it('leaves out a change of an impossible shape and keeps the rest', async () => {
    const hostile = [{ i: 7 }, ...changes] as typeof changes;
    const { sha, bytes } = await writeSegment({ ...content, changes: hostile }, [], webCodec);
    expect(await readSegment(sha, bytes, [], webCodec)).toMatchObject({ ok: true, changes });
  });

  it('is torn when any prefix of it arrives', async () => {
    const { sha, bytes } = await writeSegment(content, [], webCodec);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.byteLength - 1), async (length) => {
        const read = await readSegment(sha, bytes.slice(0, length), [], webCodec);
        expect(read).toEqual({ ok: false, reason: 'torn' });
      }),
    );
  });

  it('is torn when any one bit of it is flipped', async () => {
    const { sha, bytes } = await writeSegment(content, [], webCodec);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.byteLength * 8 - 1), async (bit) => {
        const flipped = bytes.slice();
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(await readSegment(sha, flipped, [], webCodec)).toEqual({ ok: false, reason: 'torn' });
      }),
    );
  });

  it.each([
    ['plain text in an encrypted vault', 'none', 'a', 'it may be forged by who cannot encrypt'],
    ['encrypted in a vault without keys', 'a', 'none', 'there is nothing to open it with'],
    ['another key', 'a', 'b', 'it is not ours'],
  ])('is locked: %s', async (_what, written, reading) => {
    const keys = { none: [], a: [await makeKey('a'.repeat(16))], b: [await makeKey('b'.repeat(16))] };
    const { sha, bytes } = await writeSegment(content, keys[written as 'a'], webCodec);
    expect(await readSegment(sha, bytes, keys[reading as 'a'], webCodec)).toEqual({
      ok: false,
      reason: 'locked',
    });
  });

  it('of a later version is told from a damaged one', async () => {
    const { bytes } = await writeSegment(content, [], webCodec);
    // The version is the first number of the header: {"v":1
    const later = bytes.with(8 + '{"v":'.length, '2'.charCodeAt(0));
    expect(readHeader(later)).toBe('newer');
    const sha = await webCodec.digest(later);
    expect(await readSegment(sha, later, [], webCodec)).toEqual({ ok: false, reason: 'newer' });
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['an error page', new TextEncoder().encode('<!doctype html><title>Sign in</title>')],
    ['a header that is longer than any', Uint8Array.from([83, 76, 71, 49, 255, 255, 255, 255, 0])],
    ['a header that is no JSON', Uint8Array.from([83, 76, 71, 49, 1, 0, 0, 0, 123])],
  ])('is not what hashes right and yet is %s', async (_what, bytes) => {
    const sha = await webCodec.digest(bytes);
    expect(await readSegment(sha, bytes, [], webCodec)).toEqual({ ok: false, reason: 'invalid' });
  });

  it('tells from its start whether more of the header is needed', async () => {
    const { bytes } = await writeSegment(content, [], webCodec);
    expect(readHeader(bytes.slice(0, 20))).toBe('short');
    expect(readHeader(bytes.slice(0, 400))).toMatchObject({ replaces: content.replaces });
  });
});

describe('unpacking', () => {
  it('stops at the limit, however much a small file says it holds', async () => {
    const packed = await webCodec.gzip(new Uint8Array(5_000_000));
    expect(packed.byteLength).toBeLessThan(10_000);
    expect(await webCodec.gunzip(packed, 4_000_000)).toBeNull();
    expect((await webCodec.gunzip(packed, 5_000_000))?.byteLength).toBe(5_000_000);
  });
});

describe('countFitting', () => {
  it('cuts by number', () => {
    const many = Array.from({ length: SEGMENT_LIMITS.changes + 5 }, (_, at) =>
      makeChange({ i: testId('c', at) }),
    );
    expect(countFitting(many)).toBe(SEGMENT_LIMITS.changes);
  });

  it('cuts by length, but never to nothing', () => {
    const long = makeChange({ x: 'x'.repeat(100_000), b: 'y'.repeat(100_000) });
    expect(countFitting(Array.from({ length: 30 }, () => long))).toBe(10);
    expect(countFitting([makeChange({ x: 'x'.repeat(3_000_000) })])).toBe(1);
  });
});
