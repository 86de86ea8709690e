import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { Field } from './Field';
import styles from './Sync.module.css';

type Props = {
  /** What was typed before, such as in the form; stays typed when it was wrong. */
  passphrase: string;
  onUnlock: (passphrase: string) => void;
  onCancel: () => void;
};

/** Asks for the passphrase of an encrypted vault. */
export function Unlock({ passphrase, onUnlock, onCancel }: Props) {
  const [typed, setTyped] = useState(passphrase);
  const [isEmpty, setEmpty] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(typed === '');
    if (typed !== '') onUnlock(typed);
  };
  return (
    <form className={styles.stack} onSubmit={submit} noValidate>
      <Field
        label={i18n.t('sync.unlock.passphrase')}
        kind="secret"
        value={typed}
        problem={isEmpty ? i18n.t('sync.problem.empty') : null}
        onType={setTyped}
      />
      <div className={styles.actions}>
        <button type="submit" className={styles.primary}>
          {i18n.t('sync.unlock.button')}
        </button>
        <button type="button" className={styles.button} onClick={onCancel}>
          {i18n.t('sync.cancel')}
        </button>
      </div>
    </form>
  );
}
