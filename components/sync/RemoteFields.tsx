import { i18n } from '#i18n';
import { Field } from './Field';
import { FolderField } from './FolderField';
import {
  type FieldName,
  type FieldProblems,
  isReadableOnTheWay,
  type RemoteDraft,
  typedAddress,
} from './remote-draft';
import styles from './Sync.module.css';

type Props = {
  draft: RemoteDraft;
  problems: FieldProblems;
  onDraft: (draft: RemoteDraft) => void;
  /** Opens the browser's picker of folders; `null` where it has none. */
  onPickFolder: (() => void) | null;
};

/** The fields of the chosen kind of remote, with what is wrong with each. */
export function RemoteFields({ draft, problems, onDraft, onPickFolder }: Props) {
  const problemOf = (field: FieldName) => {
    const problem = problems[field];
    return problem === undefined ? null : i18n.t(`sync.problem.${problem}`);
  };
  return (
    <>
      {draft.kind === 'webdav' && <WebdavFields draft={draft} onDraft={onDraft} problemOf={problemOf} />}
      {draft.kind === 's3' && <S3Fields draft={draft} onDraft={onDraft} problemOf={problemOf} />}
      {draft.kind === 'folder' && (
        <FolderField name={draft.handle?.name ?? null} problem={problemOf('handle')} onPick={onPickFolder} />
      )}
      {isReadableOnTheWay(typedAddress(draft)) && (
        <p role="status" className={styles.notice}>
          {i18n.t('sync.insecure')}
        </p>
      )}
    </>
  );
}

type FieldsProps = Pick<Props, 'draft' | 'onDraft'> & { problemOf: (field: FieldName) => string | null };

function WebdavFields({ draft, onDraft, problemOf }: FieldsProps) {
  const { webdav } = draft;
  const type = (part: Partial<RemoteDraft['webdav']>) =>
    onDraft({ ...draft, webdav: { ...webdav, ...part } });
  return (
    <>
      <Field
        label={i18n.t('sync.webdav.address')}
        hint={i18n.t('sync.webdav.addressHint')}
        kind="code"
        value={webdav.url}
        problem={problemOf('url')}
        onType={(url) => type({ url })}
      />
      <Field
        label={i18n.t('sync.webdav.user')}
        kind="code"
        value={webdav.user}
        onType={(user) => type({ user })}
      />
      <Field
        label={i18n.t('sync.webdav.password')}
        hint={i18n.t('sync.webdav.passwordHint')}
        kind="secret"
        value={webdav.password}
        onType={(password) => type({ password })}
      />
    </>
  );
}

function S3Fields({ draft, onDraft, problemOf }: FieldsProps) {
  const { s3 } = draft;
  const type = (part: Partial<RemoteDraft['s3']>) => onDraft({ ...draft, s3: { ...s3, ...part } });
  return (
    <>
      <Field
        label={i18n.t('sync.s3.endpoint')}
        hint={i18n.t('sync.s3.endpointHint')}
        kind="code"
        value={s3.endpoint}
        problem={problemOf('endpoint')}
        onType={(endpoint) => type({ endpoint })}
      />
      <Field
        label={i18n.t('sync.s3.region')}
        hint={i18n.t('sync.s3.regionHint')}
        kind="code"
        value={s3.region}
        problem={problemOf('region')}
        onType={(region) => type({ region })}
      />
      <Field
        label={i18n.t('sync.s3.bucket')}
        hint={i18n.t('sync.s3.bucketHint')}
        kind="code"
        value={s3.bucket}
        problem={problemOf('bucket')}
        onType={(bucket) => type({ bucket })}
      />
      <Field
        label={i18n.t('sync.s3.prefix')}
        hint={i18n.t('sync.s3.prefixHint')}
        kind="code"
        value={s3.prefix}
        onType={(prefix) => type({ prefix })}
      />
      <Field
        label={i18n.t('sync.s3.accessKey')}
        kind="code"
        value={s3.accessKey}
        problem={problemOf('accessKey')}
        onType={(accessKey) => type({ accessKey })}
      />
      <Field
        label={i18n.t('sync.s3.secretKey')}
        hint={i18n.t('sync.s3.secretKeyHint')}
        kind="secret"
        value={s3.secretKey}
        problem={problemOf('secretKey')}
        onType={(secretKey) => type({ secretKey })}
      />
    </>
  );
}
