import { type FocusEvent, useEffect, useRef } from 'react';

/**
 * For a part of a page whose controls come and go: where the one that has the focus goes away, the part itself
 * takes it, so that Tab goes on from there and not from the top of the page. Spread the result onto an element.
 */
export function useKeptFocus<Part extends HTMLElement>() {
  const ref = useRef<Part>(null);
  const isInside = useRef(false);
  useEffect(() => {
    const part = ref.current;
    if (!part) return;
    const observer = new MutationObserver(() => {
      // It is nowhere, or with a part around this one, which keeps it, too.
      if (isInside.current && document.activeElement?.contains(part)) part.focus();
    });
    observer.observe(part, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, []);
  return {
    ref,
    tabIndex: -1,
    onFocus: () => {
      isInside.current = true;
    },
    // Not heard for a control that React takes away: this is the reader going elsewhere.
    onBlur: (event: FocusEvent) => {
      isInside.current = ref.current?.contains(event.relatedTarget) ?? false;
    },
  };
}
