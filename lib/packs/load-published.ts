import { browser } from 'wxt/browser';
import { CURRENT_INDEX_KEY, FIRST_PART_KEY, type IndexInUse, partKey } from '@/lib/detect/index-store-keys';
import type { ColdPart } from '@/lib/detect/layout';
import type { TermIndex } from '@/lib/detect/load-index';
import { loadWhole } from '@/lib/detect/load-whole';

/** The term index in use, all of it; null while none is installed or it is just being replaced. */
export async function loadPublished(): Promise<TermIndex | null> {
  const { local } = browser.storage;
  const named: Partial<IndexInUse> = await local.get([CURRENT_INDEX_KEY, FIRST_PART_KEY]);
  const { [CURRENT_INDEX_KEY]: current, [FIRST_PART_KEY]: first } = named;
  if (!current || !first) return null;
  const { generation } = current;
  const partKeys = Array.from({ length: current.parts }, (_, number) => partKey(generation, number));
  const cuesKey = partKey(generation, 'cues');
  const found = await local.get([cuesKey, ...partKeys]);
  const cues = found[cuesKey] as string | undefined;
  if (cues === undefined) return null;
  return loadWhole({
    bytes: toBytes(first.blob),
    cues: toBytes(cues),
    parts: partKeys.map((key) => (found[key] as ColdPart | undefined) ?? ''),
  });
}

function toBytes(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
