import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import styles from './NoteItem.module.css';

/** Says that a choice between versions was made, with the way back. Takes the focus of the control that is gone. */
export function SettledNote({ name, onUndo }: { name: string; onUndo: () => void }) {
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);
  return (
    <p className={styles.deleted}>
      <span role="status">{i18n.t('notes.versions.settled')}</span>
      <button
        ref={undo}
        type="button"
        className={styles.undo}
        aria-label={i18n.t('notes.versions.undoNamed', [name])}
        onClick={onUndo}
      >
        {i18n.t('notes.item.undo')}
      </button>
    </p>
  );
}
