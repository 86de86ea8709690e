import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { useStoredTheme } from '@/components/hooks/use-stored-theme';
import { useTheme } from '@/components/hooks/use-theme';
import type { Settings } from '@/lib/model/settings';
import { Announcement } from './Announcement';
import type { Session } from './session';
import { Visit } from './Visit';

const NoteVisit = lazy(async () => ({ default: (await import('./NoteVisit')).NoteVisit }));
const WriteVisit = lazy(async () => ({ default: (await import('./WriteVisit')).WriteVisit }));

type Props = { session: Session; theme: Settings['theme'] };

/** The card frame: shows what the reader session of the page asks for, and nothing while it asks for nothing. */
export function App({ session, theme }: Props) {
  useTheme(useStoredTheme(theme));
  const { send } = session;
  const show = useSyncExternalStore(session.subscribe, session.read);
  const visit = show?.visit;

  useEffect(() => {
    if (visit === undefined) return;
    const life = new AbortController();
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) send({ type: 'close', visit });
    };
    window.addEventListener('keydown', closeOnEscape, { signal: life.signal });
    // Every move counts: Chromium does not always tell a frame that the pointer came or went.
    let toldAt = 0;
    const tellPointer = (event: PointerEvent) => {
      const inside = event.type === 'pointermove';
      if (inside && event.timeStamp - toldAt < 100) return;
      toldAt = inside ? event.timeStamp : 0;
      send({ type: 'pointer', visit, inside });
    };
    const root = document.documentElement;
    root.addEventListener('pointermove', tellPointer, { signal: life.signal });
    root.addEventListener('pointerleave', tellPointer, { signal: life.signal });
    return () => life.abort();
  }, [visit, send]);

  return (
    <>
      <Announcement show={show} />
      {show?.type === 'show' && <Visit key={show.visit} show={show} send={send} />}
      <Suspense>
        {show?.type === 'note' && <NoteVisit key={show.visit} show={show} send={send} />}
        {show?.type === 'write' && <WriteVisit key={show.visit} show={show} send={send} />}
      </Suspense>
    </>
  );
}
