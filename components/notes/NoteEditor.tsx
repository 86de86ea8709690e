import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import styles from './NoteComposer.module.css';

type Props = {
  body: string;
  saving: boolean;
  /** The reader has just asked for the editor; one that was left open before must not take the focus. */
  takesFocus: boolean;
  onBody: (body: string) => void;
  onSave: () => void;
  onCancel: () => void;
  children?: ReactNode;
};

/** Edits the text of a note in its place. Ctrl or Command with Enter saves, Escape gives up. */
export function NoteEditor({ body, saving, takesFocus, onBody, onSave, onCancel, children }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it appears
  useEffect(() => {
    if (!takesFocus) return;
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSave();
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <textarea
        ref={field}
        aria-label={i18n.t('notes.item.body')}
        className={styles.body}
        dir="auto"
        rows={3}
        value={body}
        onChange={(event) => onBody(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {children}
      <div className={styles.foot}>
        <span className={styles.hint} />
        <button type="button" className={styles.cancel} onClick={onCancel}>
          {i18n.t('notes.item.cancel')}
        </button>
        <button type="submit" className={styles.save} aria-disabled={saving}>
          {i18n.t('notes.item.save')}
        </button>
      </div>
    </form>
  );
}
