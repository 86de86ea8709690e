import { compileIndex } from '@/lib/detect/compile-index';
import { type CurrentIndex, partKey, type StoredIndex } from '@/lib/detect/index-store-keys';
import type { ColdPart } from '@/lib/detect/layout';
import { toHex } from '@/lib/model/hex';
import { LOOK } from '@/lib/model/look';
import type { Topic } from '@/lib/model/pack';

/** A compiled index, ready to be stored: its small key, its first part, and its other parts by the keys of their generation. */
export type Publication = { current: CurrentIndex; first: StoredIndex; parts: Record<string, ColdPart> };

/**
 * Compiles the index of these topics; half a second for the shipped pack. The generation is a hash of what the index says:
 * the same topics, compiled by the same version, always give the same one.
 */
export async function compilePublication(topics: Topic[]): Promise<Publication> {
  const { bytes, parts: cold, cues } = compileIndex(topics);
  const generation = await computeHash(
    new Blob([new Uint8Array(bytes), new Uint8Array(cues), JSON.stringify([cold, LOOK])]),
  );
  const parts: Publication['parts'] = { [partKey(generation, 'cues')]: toBase64(cues) };
  cold.forEach((part, number) => {
    parts[partKey(generation, number)] = part;
  });
  return {
    current: { generation, topics: topics.length, bytes: bytes.length, parts: cold.length },
    first: { blob: toBase64(bytes), look: LOOK },
    parts,
  };
}

async function computeHash(content: Blob): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await content.arrayBuffer()));
  return toHex(hash.subarray(0, 8));
}

function toBase64(bytes: Uint8Array & { toBase64?: () => string }): string {
  if (bytes.toBase64) return bytes.toBase64();
  const parts: string[] = [];
  // In pieces: a call takes only so many arguments.
  for (let start = 0; start < bytes.length; start += 0x8000) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + 0x8000)));
  }
  return btoa(parts.join(''));
}
