import { type RefObject, useId } from 'react';
import { i18n } from '#i18n';
import { Toggle } from '@/components/Toggle';
import styles from './EncryptionChoice.module.css';
import { PassphraseField } from './PassphraseField';
import shared from './Sync.module.css';

/** Whether notes are encrypted, and with what; the passphrase stays typed while the switch is off. */
export type Encryption = { isOn: boolean; passphrase: string };

type Props = {
  encryption: Encryption;
  onEncryption: (encryption: Encryption) => void;
  problem: string | null;
  input: RefObject<HTMLInputElement | null>;
};

/** One switch, and what it means: a passphrase, how strong it is, and that nobody can recover it. */
export function EncryptionChoice({ encryption, onEncryption, problem, input }: Props) {
  const id = useId();
  const { isOn, passphrase } = encryption;
  return (
    <div className={shared.stack}>
      <div className={shared.tight}>
        <div className={styles.row}>
          <Toggle
            on={isOn}
            onSwitch={(isOn) => onEncryption({ ...encryption, isOn })}
            aria-labelledby={`${id}-name`}
            aria-describedby={`${id}-hint`}
          />
          <span id={`${id}-name`} className={styles.name}>
            {i18n.t('sync.encryption.switch')}
          </span>
        </div>
        <p id={`${id}-hint`} className={shared.hint}>
          {i18n.t('sync.encryption.hint')}
        </p>
        <p className={shared.hint}>{i18n.t('sync.encryption.choice')}</p>
      </div>
      {isOn && (
        <>
          <PassphraseField
            label={i18n.t('sync.encryption.passphrase')}
            value={passphrase}
            problem={problem}
            input={input}
            onType={(passphrase) => onEncryption({ ...encryption, passphrase })}
          />
          <p className={shared.hint}>{i18n.t('sync.encryption.recovery')}</p>
        </>
      )}
    </div>
  );
}
