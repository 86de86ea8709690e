import { useCallback, useMemo } from 'react';
import type { NoteStanding, NoteSurroundings } from '@/components/notes/note-surroundings';
import { callPage } from '@/lib/messages/call-page';
import type { NotesStanding } from '@/lib/messages/page';

/**
 * Where notes stand on the page in a tab, by its last answer, and the way to them. `onShown`: the page was brought to one;
 * `onLost`: it was not, so that its answer is to be asked for again.
 */
export function useNotePlaces(
  tabId: number | null,
  notes: NotesStanding | null,
  onShown: () => void,
  onLost: () => void,
): Required<Pick<NoteSurroundings, 'standing' | 'onShowNote'>> {
  const known = useMemo(() => {
    const places = new Map<string, NoteStanding>();
    for (const id of notes?.found ?? []) places.set(id, 'found');
    for (const id of notes?.unsure ?? []) places.set(id, 'unsure');
    for (const id of notes?.missing ?? []) places.set(id, 'missing');
    return places;
  }, [notes]);
  const standing = useCallback((id: string) => known.get(id) ?? null, [known]);
  const onShowNote = (id: string) => {
    if (tabId === null) return;
    callPage(tabId, 'scrollToNote', { id }).then(({ found }) => (found ? onShown() : onLost()), onLost);
  };
  return { standing, onShowNote };
}
