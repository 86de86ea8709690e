import { useEffect, useRef } from 'react';
import { watchAsked } from '@/lib/panel/asked-place';
import { type PanelPlace, readPlace } from '@/lib/panel/place';
import { usePanelWindow } from './use-panel-tab';

/**
 * Calls back with each place that the panel is asked for: by its address, and where it `isPanel`, not a page in a tab of
 * its own, by other pages of ours and the background.
 */
export function useAskedPlace(isPanel: boolean, onPlace: (place: PanelPlace) => void): void {
  const windowId = usePanelWindow();
  const latest = useRef(onPlace);
  latest.current = onPlace;
  useEffect(() => {
    const life = new AbortController();
    const see = () => latest.current(readPlace(location.hash));
    window.addEventListener('hashchange', see, { signal: life.signal });
    if (isPanel && windowId !== null) {
      watchAsked(windowId, (place) => latest.current(place), life.signal);
    }
    return () => life.abort();
  }, [isPanel, windowId]);
}
