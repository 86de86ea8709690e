import { AppError } from '@/lib/model/app-error';
import type { Remote } from './remote';

/** A file of at most `most` bytes; `tooLarge` where it has more: no file of ours does, so it is left alone. */
export async function loadBounded(
  remote: Remote,
  path: string,
  most: number,
): Promise<Uint8Array | 'tooLarge' | null> {
  try {
    return await remote.get(path, { most });
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'remote-too-large') return 'tooLarge';
    throw thrown;
  }
}
