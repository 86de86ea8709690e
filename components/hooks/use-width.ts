import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The width of an element in CSS pixels, for what is drawn and not laid out; `first` until it has been measured. */
export function useWidth<Part extends HTMLElement>(first: number): [RefObject<Part | null>, number] {
  const ref = useRef<Part>(null);
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const part = ref.current;
    if (!part) return;
    const measure = () => setWidth((before) => Math.floor(part.clientWidth) || before);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(part);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
