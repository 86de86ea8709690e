import type { RefObject } from 'react';
import { i18n } from '#i18n';
import { estimateStrength } from '@/lib/vault/passphrase-strength';
import { Field } from './Field';
import styles from './Sync.module.css';

/** Fewer characters are not taken. */
const LEAST_CHARACTERS = 8;

type Props = {
  label: string;
  value: string;
  onType: (value: string) => void;
  problem?: string | null;
  input?: RefObject<HTMLInputElement | null>;
};

/** A new passphrase: can be looked at, and says how strong it is and what weakens it. */
export function PassphraseField({ label, value, onType, problem, input }: Props) {
  const { strength, flaws } = estimateStrength(value);
  return (
    <Field
      label={label}
      hint={i18n.t('sync.encryption.passphraseHint')}
      kind="secret"
      value={value}
      problem={problem}
      onType={onType}
      input={input}
    >
      <div role="status" className={styles.hint}>
        {value !== '' && <p>{i18n.t(`sync.encryption.strength.${strength}`)}</p>}
        {value !== '' && strength !== 'good' && flaws[0] && (
          <p>{i18n.t(`sync.encryption.flaw.${flaws[0]}`)}</p>
        )}
      </div>
    </Field>
  );
}

/** Whether a passphrase is too short to be taken. */
export function isTooShort(passphrase: string): boolean {
  return [...passphrase.trim()].length < LEAST_CHARACTERS;
}
