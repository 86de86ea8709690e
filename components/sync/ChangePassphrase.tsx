import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { type AppError, toAppError } from '@/lib/model/app-error';
import { Field } from './Field';
import { isTooShort, PassphraseField } from './PassphraseField';
import styles from './Sync.module.css';

type Props = {
  /** Resolves when the new passphrase holds; rejects with an `AppError`. */
  onChange: (current: string, next: string) => Promise<void>;
};

type Changing =
  | { state: 'idle' }
  | { state: 'working' }
  | { state: 'done' }
  | { state: 'failed'; error: AppError };

/** Another passphrase for the same notes. What is typed stays until it has been taken. */
export function ChangePassphrase({ onChange }: Props) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [wrong, setWrong] = useState({ current: false, next: false });
  const [changing, setChanging] = useState<Changing>({ state: 'idle' });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = { current: current === '', next: isTooShort(next) };
    setWrong(found);
    if (found.current || found.next || changing.state === 'working') return;
    setChanging({ state: 'working' });
    try {
      await onChange(current, next);
      setCurrent('');
      setNext('');
      setChanging({ state: 'done' });
    } catch (thrown) {
      setChanging({ state: 'failed', error: toAppError(thrown) });
    }
  };

  return (
    <form className={styles.stack} onSubmit={(event) => void submit(event)} noValidate>
      <Field
        label={i18n.t('sync.passphrase.current')}
        kind="secret"
        value={current}
        problem={wrong.current ? i18n.t('sync.problem.empty') : null}
        onType={setCurrent}
      />
      <PassphraseField
        label={i18n.t('sync.passphrase.next')}
        value={next}
        problem={wrong.next ? i18n.t('sync.problem.passphrase') : null}
        onType={setNext}
      />
      <p className={styles.hint}>{i18n.t('sync.encryption.recovery')}</p>
      <div className={styles.actions}>
        <button type="submit" className={styles.button} disabled={changing.state === 'working'}>
          {i18n.t('sync.passphrase.button')}
        </button>
        <p role="status">
          {changing.state === 'working' && i18n.t('sync.passphrase.working')}
          {changing.state === 'done' && i18n.t('sync.passphrase.done')}
        </p>
      </div>
      {changing.state === 'failed' && <ErrorNotice error={changing.error} />}
    </form>
  );
}
