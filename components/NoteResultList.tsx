import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Note } from '@/lib/model/note';
import type { NoteResults } from './hooks/use-search';
import styles from './NoteResultList.module.css';

type Props = {
  notes: NoteResults;
  /** Place of the chosen one; below 0 where it is not in this list. */
  active: number;
  children: (note: Note | null, place: number) => ReactNode;
};

/** Up to this many are laid out as they are. */
const FEW = 50;
/** Before a row is measured, pixels. */
const ROW_PX = 36;

/** The rows of the notes found. Of many, only those in sight are there, and the chosen one. */
export function NoteResultList(props: Props) {
  const { notes, children } = props;
  if (notes.count > FEW) return <LongList {...props} />;
  return Array.from({ length: notes.count }, (_, place) => children(notes.at(place), place));
}

function LongList({ notes, active, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { count, show } = notes;
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    // What the search field points at is always there.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...(active < 0 ? [] : [active])])].sort((a, b) => a - b),
  });
  const first = rows.range?.startIndex ?? 0;
  useEffect(() => show(first), [show, first]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another one is chosen, not when the rows change
  useEffect(() => {
    if (active >= 0) rows.scrollToIndex(active);
  }, [active]);
  return (
    <div ref={box} role="presentation" className={styles.box}>
      <div role="presentation" className={styles.whole} style={{ blockSize: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <div
            key={index}
            ref={rows.measureElement}
            data-index={index}
            role="presentation"
            className={styles.row}
            style={{ translate: `0 ${start}px` }}
          >
            {children(notes.at(index), index)}
          </div>
        ))}
      </div>
    </div>
  );
}
