import { type FormEvent, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { type Choice, ChoiceGroup } from '@/components/settings/ChoiceGroup';
import type { Connection } from '@/lib/vault/connection';
import { AccessLine, type ForeseenAccess } from './AccessLine';
import { type Encryption, EncryptionChoice } from './EncryptionChoice';
import { isTooShort } from './PassphraseField';
import { RemoteFields } from './RemoteFields';
import { type FieldProblems, type RemoteDraft, readDraft, type ServerKind } from './remote-draft';
import styles from './Sync.module.css';

/** Why the form is filled in: for the first time, for the same notes elsewhere, for another place. */
export type FormPurpose = 'connect' | 'edit' | 'move';

type Props = {
  purpose: FormPurpose;
  draft: RemoteDraft;
  encryption: Encryption;
  onDraft: (draft: RemoteDraft) => void;
  onEncryption: (encryption: Encryption) => void;
  /** Called in the click: the browser asks for access only then. `passphrase` is `null` where nothing is encrypted. */
  onConnect: (connection: Connection, passphrase: string | null) => void;
  onPickFolder: (() => void) | null;
  /** What the browser will ask when a connection is made; `null` while it is not known. */
  foreseen: ForeseenAccess | null;
  onCancel?: (() => void) | undefined;
};

const VERBS = { connect: 'sync.connect', edit: 'sync.save', move: 'sync.move' } as const;

/** Address and sign-in of a folder or server. What is typed is checked when it is used, and stays where it is wrong. */
export function RemoteForm(props: Props) {
  const { purpose, draft, encryption, onDraft, onEncryption, onConnect, onPickFolder, foreseen } = props;
  const [problems, setProblems] = useState<FieldProblems>({});
  const [isShort, setShort] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const passphraseInput = useRef<HTMLInputElement>(null);
  const isEncrypted = purpose !== 'edit' && encryption.isOn;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readDraft(draft);
    const isRefused = isEncrypted && isTooShort(encryption.passphrase);
    setProblems(read.problems ?? {});
    setShort(isRefused);
    if (read.connection && !isRefused)
      return onConnect(read.connection, isEncrypted ? encryption.passphrase : null);
    // The fields say what is wrong once they are drawn again.
    requestAnimationFrame(() =>
      form.current
        ?.querySelector<HTMLElement>('[aria-invalid="true"], [aria-describedby$="-problem"]')
        ?.focus(),
    );
  };

  return (
    <form
      ref={form}
      className={styles.stack}
      onSubmit={submit}
      noValidate
      aria-label={i18n.t(`sync.form.${purpose}`)}
    >
      {purpose === 'edit' && <p className={styles.hint}>{i18n.t('sync.form.editHint')}</p>}
      {purpose !== 'edit' && (
        <ChoiceGroup<ServerKind>
          label={i18n.t('sync.kind.label')}
          layout="row"
          value={draft.kind}
          choices={kinds(onPickFolder !== null)}
          onChoose={(kind) => {
            setProblems({});
            onDraft({ ...draft, kind });
          }}
        />
      )}
      <RemoteFields draft={draft} problems={problems} onDraft={onDraft} onPickFolder={onPickFolder} />
      {purpose !== 'edit' && (
        <EncryptionChoice
          encryption={encryption}
          onEncryption={onEncryption}
          problem={isShort ? i18n.t('sync.problem.passphrase') : null}
          input={passphraseInput}
        />
      )}
      {foreseen && <AccessLine foreseen={foreseen} />}
      <div className={styles.actions}>
        <button type="submit" className={styles.primary}>
          {i18n.t(VERBS[purpose])}
        </button>
        {props.onCancel && (
          <button type="button" className={styles.button} onClick={props.onCancel}>
            {i18n.t('sync.cancel')}
          </button>
        )}
      </div>
    </form>
  );
}

function kinds(hasFolders: boolean): Choice<ServerKind>[] {
  const choices: Choice<ServerKind>[] = [
    { value: 'webdav', label: i18n.t('sync.kind.webdav') },
    { value: 's3', label: i18n.t('sync.kind.s3') },
  ];
  return hasFolders ? [...choices, { value: 'folder', label: i18n.t('sync.kind.folder') }] : choices;
}
