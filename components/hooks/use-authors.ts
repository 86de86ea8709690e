import { useEffect, useState } from 'react';
import type { Author } from '@/components/notes/author-name';
import type { Note } from '@/lib/model/note';

const NOBODY: readonly Author[] = [];

/** Who writes in the shared vault, where any of the notes is from there; its code is loaded only then. */
export function useAuthors(notes: readonly Note[]): readonly Author[] {
  const isNeeded = notes.some(({ vault }) => vault === 'shared');
  const [authors, setAuthors] = useState(NOBODY);
  useEffect(() => {
    if (!isNeeded) return;
    const life = new AbortController();
    const load = async () => {
      const { listReplicas } = await import('@/lib/vault/replicas');
      const listed = await listReplicas('shared');
      if (!life.signal.aborted) setAuthors(listed);
    };
    // Without their names the notes say "someone": nothing to disturb the reader with.
    load().catch(() => setAuthors(NOBODY));
    return () => life.abort();
  }, [isNeeded]);
  return authors;
}
