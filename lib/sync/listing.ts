import { readSegmentName } from './names';
import type { RemoteEntry } from './remote';

/** The segments in a listing of a replica's folder, with their sizes where the remote says them. */
export type SegmentSizes = ReadonlyMap<string, number | null>;

/** Picks the segments out of a listing. */
export function toSegmentSizes(entries: RemoteEntry[]): SegmentSizes {
  return new Map(
    entries.flatMap(({ name, size }) => {
      const sha = readSegmentName(name);
      return sha ? [[sha, size] as const] : [];
    }),
  );
}

/** Whether a segment is listed at its whole size: one that was cut off still bears its name. */
export function isListedWhole(
  { sha, size = null }: { sha: string; size?: number | null },
  sizes: SegmentSizes,
): boolean {
  const listed = sizes.get(sha);
  return listed !== undefined && (listed === null || size === null || listed === size);
}
