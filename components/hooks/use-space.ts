import { useEffect, useState } from 'react';
import { askToKeep } from '@/lib/backups/ask-to-keep';

/** What this browser holds of ours. `used`: bytes, `null` where it does not say. `isKept`: it has agreed not to clear it. */
export type Space = { used: number | null; isKept: boolean };

/**
 * The space that is used, measured anew whenever `since` changes; `null` until it is known. `ask` returns the browser's
 * answer.
 */
export function useSpace(since: unknown): { space: Space | null; ask: () => Promise<boolean> } {
  const [space, setSpace] = useState<Space | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured when it may have changed
  useEffect(() => {
    let isGone = false;
    void measure().then((measured) => {
      if (!isGone) setSpace(measured);
    });
    return () => {
      isGone = true;
    };
  }, [since]);
  const ask = async () => {
    const isKept = await askToKeep();
    setSpace(await measure());
    return isKept;
  };
  return { space, ask };
}

async function measure(): Promise<Space> {
  const { storage } = navigator;
  const [estimate, isKept] = await Promise.all([
    storage?.estimate?.().catch(() => null),
    storage?.persisted?.().catch(() => false),
  ]);
  return { used: estimate?.usage ?? null, isKept: isKept ?? false };
}
