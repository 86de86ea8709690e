import { useRef } from 'react';
import styles from './FileButton.module.css';

type Props = {
  /** What the button says, and what the field for the file is called. */
  label: string;
  fileLabel: string;
  accept: string;
  className: string | undefined;
  disabled?: boolean;
  onFile: (file: File) => void;
};

/** A button that asks for a file of the reader's. */
export function FileButton({ label, fileLabel, accept, className, disabled = false, onFile }: Props) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={className} disabled={disabled} onClick={() => field.current?.click()}>
        {label}
      </button>
      <input
        ref={field}
        type="file"
        accept={accept}
        aria-label={fileLabel}
        tabIndex={-1}
        className={styles.file}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) onFile(chosen);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
    </>
  );
}
