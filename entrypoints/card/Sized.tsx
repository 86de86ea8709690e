import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import styles from './Sized.module.css';

type Props = {
  /** Whether the content is what the reader is to see, not its waiting state. */
  isReady: boolean;
  /** Opened by keyboard: the card's name takes the focus once it is there. */
  takesFocus: boolean;
  /** Called with the height that the content wants, in CSS pixels: once when ready (`first`), then on each change. */
  onHeight: (height: number, first: boolean) => void;
  children: ReactNode;
};

/** Measures its content for the frame around it, which has no other way to know how tall to be. */
export function Sized({ isReady, takesFocus, onHeight, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const report = useRef(onHeight);
  useLayoutEffect(() => {
    report.current = onHeight;
  });

  useLayoutEffect(() => {
    if (!isReady || box.current === null) return;
    const measured = box.current;
    let last = heightOf(measured);
    report.current(last, true);
    const observer = new ResizeObserver(() => {
      const height = heightOf(measured);
      if (height !== last) report.current(height, false);
      last = height;
    });
    observer.observe(measured);
    return () => observer.disconnect();
  }, [isReady]);

  useEffect(() => {
    if (isReady && takesFocus) box.current?.querySelector<HTMLElement>('h1, button')?.focus();
  }, [isReady, takesFocus]);

  return (
    <div ref={box} className={styles.sized}>
      {children}
    </div>
  );
}

function heightOf(element: HTMLElement): number {
  return Math.ceil(element.getBoundingClientRect().height);
}
