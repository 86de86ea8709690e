import { useState } from 'react';
import { i18n } from '#i18n';
import type { useConnecting } from '@/components/hooks/use-connecting';
import { AccountForm } from '@/components/sync/AccountForm';
import { ConnectOutcome } from '@/components/sync/ConnectOutcome';
import { type ConnectStep, ConnectSteps } from '@/components/sync/ConnectSteps';
import { type FormPurpose, RemoteForm } from '@/components/sync/RemoteForm';
import { SharedOffer } from '@/components/sync/SharedOffer';
import shared from '@/components/sync/Sync.module.css';
import { type Where, WhereQuestion } from '@/components/sync/WhereQuestion';
import type { VaultName } from '@/lib/model/vault-name';
import { estimateNotes } from '@/lib/sync/remotes/browser-account';
import type { Connection } from '@/lib/vault/connection';
import { CarryFile } from './CarryFile';
import { useRemoteForm } from './use-remote-form';

type Props = {
  vault: VaultName;
  purpose: FormPurpose;
  /** The present connection, where one is to be changed. */
  connection: Connection | null;
  flow: ReturnType<typeof useConnecting>;
  /** The browser's picker of folders; `null` where it has none. */
  pickFolder: (() => Promise<FileSystemDirectoryHandle>) | null;
  /** Back to the connection as it is; `null` where there is none. */
  onCancel: (() => void) | null;
};

/** The way to a connection: where, the form, and what happens after "Connect". */
export function SyncConnect({ vault, purpose, connection, flow, pickFolder, onCancel }: Props) {
  const [where, setWhere] = useState<Where | null>(
    purpose === 'edit' || (vault === 'shared' && purpose === 'move') ? 'server' : null,
  );
  const form = useRemoteForm(purpose === 'edit' ? connection : null);
  const { connecting } = flow;

  const pick = async () => {
    if (!pickFolder) return;
    try {
      const handle = await pickFolder();
      form.setDraft((draft) => ({ ...draft, handle }));
    } catch (thrown) {
      // Closing the picker chooses nothing.
      if (!(thrown instanceof DOMException && thrown.name === 'AbortError')) throw thrown;
    }
  };

  const leave = () => {
    flow.reset();
    setWhere(null);
  };

  const step = toStep(connecting);
  if (step) return <ConnectSteps at={step} onGoOn={flow.goOn} onCancel={flow.reset} />;
  const ended = connecting.step === 'idle' ? connecting : null;
  return (
    <div className={shared.stack}>
      {purpose === 'move' && (
        <p>{i18n.t(vault === 'shared' ? 'sync.shared.moveHint' : 'sync.leave.moveHint')}</p>
      )}
      {vault === 'shared' && purpose === 'connect' && (
        <SharedOffer isTaken={where !== null} onTake={() => setWhere('server')} />
      )}
      {vault === 'own' && purpose !== 'edit' && (
        <WhereQuestion
          where={where}
          onWhere={(chosen) => {
            flow.reset();
            setWhere(chosen);
          }}
          accountNotes={estimateNotes()}
          isMove={purpose === 'move'}
          hasFolders={pickFolder !== null}
        />
      )}
      {ended?.wanted && (
        <ConnectOutcome
          connection={ended.wanted.connection}
          error={ended.error}
          isRefused={ended.isRefused}
          probed={ended.probed}
          onRetry={() => ended.wanted && flow.start(ended.wanted)}
        />
      )}
      {where === 'account' && (
        <AccountForm
          encryption={form.encryption}
          onEncryption={form.setEncryption}
          onConnect={(passphrase) =>
            flow.start({ purpose, connection: { kind: 'browser-account' }, passphrase })
          }
        />
      )}
      {where === 'server' && (
        <RemoteForm
          purpose={purpose}
          draft={form.draft}
          encryption={form.encryption}
          onDraft={form.setDraft}
          onEncryption={form.setEncryption}
          onConnect={(wanted, passphrase) => flow.start({ purpose, connection: wanted, passphrase })}
          onPickFolder={pickFolder && (() => void pick())}
          foreseen={form.foreseen}
          onCancel={onCancel ?? (vault === 'shared' ? leave : undefined)}
        />
      )}
      {where === 'file' && <CarryFile />}
      {onCancel && where !== 'server' && (
        <div className={shared.actions}>
          <button type="button" className={shared.button} onClick={onCancel}>
            {i18n.t('sync.cancel')}
          </button>
        </div>
      )}
    </div>
  );
}

function toStep(connecting: Props['flow']['connecting']): ConnectStep | null {
  switch (connecting.step) {
    case 'access':
    case 'probe':
      return { step: connecting.step, connection: connecting.wanted.connection };
    case 'passphrase':
    case 'notEncrypted': {
      const { step, wanted, probed, error } = connecting;
      return { step, connection: wanted.connection, probed, passphrase: wanted.passphrase ?? '', error };
    }
    case 'join': {
      const { wanted, probed } = connecting;
      return { step: 'join', connection: wanted.connection, probed, isEncrypted: wanted.passphrase !== null };
    }
    default:
      return null;
  }
}
