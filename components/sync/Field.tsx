import { type ReactNode, type RefObject, useId, useState } from 'react';
import { i18n } from '#i18n';
import styles from './Field.module.css';

type Props = {
  label: string;
  value: string;
  onType: (value: string) => void;
  hint?: string | undefined;
  /** What is wrong with it, in a sentence; `null` where nothing is. */
  problem?: string | null | undefined;
  /** `secret`: hidden until the reader wants to see it. `code`: an address or a name that machines read. */
  kind?: 'text' | 'code' | 'secret';
  /** Said below the field while it is typed in, such as how strong a passphrase is. */
  children?: ReactNode;
  input?: RefObject<HTMLInputElement | null> | undefined;
};

/** One field of a form: label, what it is for, what is wrong with it. */
export function Field({ label, value, onType, hint, problem = null, kind = 'text', children, input }: Props) {
  const id = useId();
  const [isShown, setShown] = useState(false);
  const described = [
    hint !== undefined && `${id}-hint`,
    problem !== null && `${id}-problem`,
    children !== undefined && `${id}-more`,
  ].filter((part) => part !== false);
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.row}>
        <input
          ref={input}
          id={id}
          type={kind === 'secret' && !isShown ? 'password' : 'text'}
          // These are the storage's own names and passwords, not those of a page: no password manager should offer to keep or fill them.
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          dir={kind === 'text' ? undefined : 'ltr'}
          className={styles.input}
          aria-invalid={problem !== null}
          aria-describedby={described.length === 0 ? undefined : described.join(' ')}
          value={value}
          onChange={(event) => onType(event.target.value)}
        />
        {kind === 'secret' && (
          <button
            type="button"
            className={styles.reveal}
            aria-pressed={isShown}
            aria-label={i18n.t('sync.revealNamed', [label])}
            onClick={() => setShown(!isShown)}
          >
            {i18n.t('sync.reveal')}
          </button>
        )}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {children !== undefined && <div id={`${id}-more`}>{children}</div>}
      {problem !== null && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
