import { useState } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useConnecting } from '@/components/hooks/use-connecting';
import { useKeptFocus } from '@/components/hooks/use-kept-focus';
import { useRounds } from '@/components/hooks/use-rounds';
import { type SyncKnown, useSync } from '@/components/hooks/use-sync';
import { ProbeReport } from '@/components/sync/ProbeReport';
import { placeName } from '@/components/sync/place-name';
import type { FormPurpose } from '@/components/sync/RemoteForm';
import shared from '@/components/sync/Sync.module.css';
import type { VaultName } from '@/lib/model/vault-name';
import type { Connection } from '@/lib/vault/connection';
import styles from './Sync.module.css';
import { SyncConnect } from './SyncConnect';
import { SyncConnected } from './SyncConnected';

/** The steps that the browser asks the reader about: handed in, since no test can answer its prompts. */
export type Asking = {
  requestAccess: (connection: Connection) => Promise<boolean>;
  /** `null` where the browser cannot keep a folder. */
  pickFolder: (() => Promise<FileSystemDirectoryHandle>) | null;
};

type Props = { vault: VaultName; asking: Asking; onSaid: (text: string) => void };

/** Where the notes of a vault live, how its sync stands, and the ways to change it. */
export function Sync(props: Props) {
  const known = useSync(props.vault);
  const focus = useKeptFocus<HTMLDivElement>();
  return (
    <div {...focus} className={styles.part}>
      {known.state === 'loading' && <p>{i18n.t('sync.loading')}</p>}
      {known.state === 'failed' && <ErrorNotice error={known.error} onRetry={known.retry} />}
      {known.state === 'ready' && <SyncReady {...props} known={known.value} />}
    </div>
  );
}

function SyncReady({ vault, asking, onSaid, known }: Props & { known: SyncKnown }) {
  const { connection } = known;
  const rounds = useRounds(vault);
  const [changing, setChanging] = useState<Exclude<FormPurpose, 'connect'> | null>(null);
  const flow = useConnecting(vault, asking.requestAccess, (connected) => {
    setChanging(null);
    // The first round changes nothing yet: it asks.
    void rounds.sync(connected, false);
  });

  const leave = () => {
    flow.reset();
    setChanging(null);
  };

  const { connecting } = flow;
  const isConnecting = connecting.step !== 'idle' && connecting.step !== 'connected';
  if (!connection || changing || isConnecting) {
    return (
      <SyncConnect
        key={changing}
        vault={vault}
        purpose={changing ?? 'connect'}
        connection={connection}
        flow={flow}
        pickFolder={asking.pickFolder}
        onCancel={connection && leave}
      />
    );
  }
  // What was found there stays in sight while the first round asks.
  const isNew = connecting.step === 'connected' && connecting.wanted.purpose !== 'edit';
  const change = (purpose: 'edit' | 'move') => {
    flow.reset();
    setChanging(purpose);
  };
  return (
    <div className={shared.stack}>
      {isNew && !known.hasJoined && (
        <ProbeReport place={placeName(connection)} probed={connecting.probed} willEncrypt={false} />
      )}
      <SyncConnected
        vault={vault}
        known={known}
        connection={connection}
        rounds={rounds}
        requestAccess={asking.requestAccess}
        onEdit={() => change('edit')}
        onMove={() => change('move')}
        onSaid={onSaid}
      />
    </div>
  );
}
