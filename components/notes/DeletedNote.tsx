import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import styles from './NoteItem.module.css';

/** What stands where a note stood: the way back. Takes the focus that the deleted note had. */
export function DeletedNote({ name, onUndo }: { name: string; onUndo: () => void }) {
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);
  return (
    <p className={styles.deleted}>
      <span role="status">{i18n.t('notes.item.deleted')}</span>
      <button
        ref={undo}
        type="button"
        className={styles.undo}
        aria-label={i18n.t('notes.item.undoNamed', [name])}
        onClick={onUndo}
      >
        {i18n.t('notes.item.undo')}
      </button>
    </p>
  );
}
