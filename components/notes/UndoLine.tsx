import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import styles from './NoteItem.module.css';

type Props = {
  /** What has been done. */
  said: string;
  /** What the way back is called, with the note's name. */
  label: string;
  onUndo: () => void;
};

/** What was done to a note, with the way back. Takes the focus of the control that is gone. */
export function UndoLine({ said, label, onUndo }: Props) {
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);
  return (
    <p className={styles.done}>
      <span role="status">{said}</span>
      <button ref={undo} type="button" className={styles.undo} aria-label={label} onClick={onUndo}>
        {i18n.t('notes.item.undo')}
      </button>
    </p>
  );
}
