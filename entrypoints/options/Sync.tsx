import { useState } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useConnecting } from '@/components/hooks/use-connecting';
import { useRounds } from '@/components/hooks/use-rounds';
import { useSync } from '@/components/hooks/use-sync';
import { ProbeReport } from '@/components/sync/ProbeReport';
import { placeName } from '@/components/sync/place-name';
import type { FormPurpose } from '@/components/sync/RemoteForm';
import shared from '@/components/sync/Sync.module.css';
import type { Connection } from '@/lib/vault/connection';
import { SyncConnect } from './SyncConnect';
import { SyncConnected } from './SyncConnected';

/** The steps that the browser asks the reader about: handed in, since no test can answer its prompts. */
export type Asking = {
  requestAccess: (connection: Connection) => Promise<boolean>;
  /** `null` where the browser cannot keep a folder. */
  pickFolder: (() => Promise<FileSystemDirectoryHandle>) | null;
};

type Props = { asking: Asking; onSaid: (text: string) => void };

/** Where notes live, how sync stands, and the ways to change it. */
export function Sync({ asking, onSaid }: Props) {
  const known = useSync();
  const connection = known.state === 'ready' ? known.value.connection : null;
  const rounds = useRounds();
  const [changing, setChanging] = useState<Exclude<FormPurpose, 'connect'> | null>(null);
  const flow = useConnecting(asking.requestAccess, (connected) => {
    setChanging(null);
    // The first round changes nothing yet: it asks.
    void rounds.sync(connected, false);
  });

  const leave = () => {
    flow.reset();
    setChanging(null);
  };

  if (known.state === 'loading') return <p>{i18n.t('sync.loading')}</p>;
  if (known.state === 'failed') return <ErrorNotice error={known.error} onRetry={known.retry} />;
  const { connecting } = flow;
  const isConnecting = connecting.step !== 'idle' && connecting.step !== 'connected';
  if (!connection || changing || isConnecting) {
    return (
      <SyncConnect
        key={changing}
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
      {isNew && !known.value.hasJoined && (
        <ProbeReport place={placeName(connection)} probed={connecting.probed} willEncrypt={false} />
      )}
      <SyncConnected
        known={known.value}
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
