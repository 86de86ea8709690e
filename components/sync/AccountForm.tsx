import { type FormEvent, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { type Encryption, EncryptionChoice } from './EncryptionChoice';
import { isTooShort } from './PassphraseField';
import styles from './Sync.module.css';

type Props = {
  encryption: Encryption;
  onEncryption: (encryption: Encryption) => void;
  onConnect: (passphrase: string | null) => void;
};

/** The browser's own account: nothing to fill in but whether notes are encrypted. */
export function AccountForm({ encryption, onEncryption, onConnect }: Props) {
  const [isShort, setShort] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isRefused = encryption.isOn && isTooShort(encryption.passphrase);
    setShort(isRefused);
    if (isRefused) return input.current?.focus();
    onConnect(encryption.isOn ? encryption.passphrase : null);
  };
  return (
    <form className={styles.stack} onSubmit={submit} noValidate aria-label={i18n.t('sync.form.connect')}>
      <EncryptionChoice
        encryption={encryption}
        onEncryption={onEncryption}
        problem={isShort ? i18n.t('sync.problem.passphrase') : null}
        input={input}
      />
      <div className={styles.actions}>
        <button type="submit" className={styles.primary}>
          {i18n.t('sync.connect')}
        </button>
      </div>
    </form>
  );
}
