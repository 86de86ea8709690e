import { type FormEvent, useId, useState } from 'react';
import { i18n } from '#i18n';
import { Field } from './Field';
import styles from './OwnName.module.css';
import shared from './Sync.module.css';

type Props = { name: string; hint: string; onName: (name: string) => void };

/** What this machine is called where other machines, or other people, see it. */
export function OwnName({ name, hint, onName }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onName(typed.trim());
  };
  return (
    <form className={styles.own} onSubmit={submit} aria-labelledby={id}>
      <div className={styles.field}>
        <Field label={i18n.t('sync.replicas.name')} hint={hint} value={typed} onType={setTyped} />
      </div>
      <button id={id} type="submit" className={shared.button} disabled={typed.trim() === name}>
        {i18n.t('sync.replicas.save')}
      </button>
    </form>
  );
}
