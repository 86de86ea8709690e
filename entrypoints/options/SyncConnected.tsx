import { useState } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useAttempt } from '@/components/hooks/use-attempt';
import { useLive } from '@/components/hooks/use-live';
import type { useRounds } from '@/components/hooks/use-rounds';
import { type SyncKnown, useNoteNames, useNow, useOnline } from '@/components/hooks/use-sync';
import { ChangePassphrase } from '@/components/sync/ChangePassphrase';
import { Connected } from '@/components/sync/Connected';
import { LeaveVault } from '@/components/sync/LeaveVault';
import { OwnName } from '@/components/sync/OwnName';
import { placeName } from '@/components/sync/place-name';
import { ReplicaList } from '@/components/sync/ReplicaList';
import { RoundHistory } from '@/components/sync/RoundHistory';
import { DetailsPart, SyncDetails } from '@/components/sync/SyncDetails';
import { decideState } from '@/components/sync/sync-state';
import { Unlock } from '@/components/sync/Unlock';
import type { VaultName } from '@/lib/model/vault-name';
import { disconnect } from '@/lib/vault/connect';
import type { Connection } from '@/lib/vault/connection';
import { readNetwork } from '@/lib/vault/network';
import { changePassphrase, unlock } from '@/lib/vault/passphrase';
import { listReplicas, nameReplica, retireReplica } from '@/lib/vault/replicas';
import { clearFailures, pause, resume } from '@/lib/vault/schedule';
import { startOver } from '@/lib/vault/start-over';

type Props = {
  vault: VaultName;
  known: SyncKnown;
  connection: Connection;
  rounds: ReturnType<typeof useRounds>;
  requestAccess: (connection: Connection) => Promise<boolean>;
  onEdit: () => void;
  onMove: () => void;
  onSaid: (text: string) => void;
};

/** The Sync section of a connection that stands. */
export function SyncConnected(props: Props) {
  const { vault, known, connection, rounds, requestAccess, onEdit, onMove, onSaid } = props;
  const now = useNow();
  const replicas = useLive(() => listReplicas(vault), [vault]);
  useOnline();
  const { error, attempt } = useAttempt();
  const [isUnlocking, setUnlocking] = useState(false);
  const state = decideState({ ...known, isOnline: !readNetwork(connection).isOffline });
  const preview = state.state === 'asks' ? state.round.report?.preview : null;
  const names = useNoteNames(
    preview ? [...preview.named.updated, ...preview.named.hidden, ...preview.named.conflicts] : [],
    vault,
  );

  const grant = () => {
    // In the click itself: browsers refuse the question after an await.
    const access = requestAccess(connection);
    void attempt(async () => {
      if (!(await access)) return;
      await clearFailures(vault);
      await rounds.sync(connection, false);
    });
  };
  const rename = (name: string) =>
    void attempt(async () => {
      await nameReplica(name, vault);
      onSaid(i18n.t('options.saved'));
    });
  const self = replicas.state === 'ready' ? replicas.value.find(({ isSelf }) => isSelf) : null;
  const nameHint = i18n.t(vault === 'shared' ? 'sync.shared.nameHint' : 'sync.replicas.nameHint');
  const open = (passphrase: string) =>
    void attempt(async () => {
      await unlock(passphrase, vault);
      setUnlocking(false);
      await rounds.sync(connection, false);
    });

  return (
    <Connected
      place={placeName(connection)}
      state={state}
      latest={known.rounds[0] ?? null}
      schedule={known.schedule}
      isByHand={connection.kind === 'folder'}
      isFirst={!known.hasJoined}
      isStopping={rounds.isStopping}
      names={names}
      now={now}
      onSync={(isApproved) => void rounds.sync(connection, isApproved)}
      onStop={rounds.stop}
      onPause={() => void attempt(() => pause(vault))}
      onResume={() => void attempt(() => resume(vault))}
      remedies={{
        grant,
        passphrase: () => setUnlocking(true),
        startOver: () =>
          void attempt(async () => {
            await startOver(vault);
            await rounds.sync(connection, true);
          }),
        ...(connection.kind !== 'browser-account' && { change: onEdit }),
      }}
      error={error ?? rounds.error}
    >
      {isUnlocking && <Unlock passphrase="" onUnlock={open} onCancel={() => setUnlocking(false)} />}
      {vault === 'shared' && self?.name === '' && <OwnName name="" hint={nameHint} onName={rename} />}
      <SyncDetails>
        <DetailsPart heading={i18n.t('sync.history.heading')}>
          <RoundHistory rounds={known.rounds} now={now} />
        </DetailsPart>
        <DetailsPart heading={i18n.t('sync.replicas.heading')}>
          {replicas.state === 'failed' && <ErrorNotice error={replicas.error} onRetry={replicas.retry} />}
          {replicas.state === 'ready' && (
            <ReplicaList
              replicas={replicas.value}
              now={now}
              nameHint={nameHint}
              onName={rename}
              onRetire={(id) => void attempt(() => retireReplica(id, vault))}
            />
          )}
        </DetailsPart>
        {known.isEncrypted && (
          <DetailsPart heading={i18n.t('sync.passphrase.heading')}>
            <ChangePassphrase onChange={(current, next) => changePassphrase(current, next, vault)} />
          </DetailsPart>
        )}
        <DetailsPart heading={i18n.t('sync.leave.heading')}>
          <LeaveVault
            vault={vault}
            onEdit={connection.kind === 'browser-account' ? null : onEdit}
            onMove={onMove}
            onDisconnect={() =>
              void attempt(async () => {
                await disconnect(vault);
                onSaid(i18n.t(vault === 'shared' ? 'sync.shared.left' : 'sync.leave.done'));
              })
            }
          />
        </DetailsPart>
      </SyncDetails>
    </Connected>
  );
}
