import { type ReactNode, useState } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice, type Remedy } from '@/components/ErrorNotice';
import { AppError } from '@/lib/model/app-error';
import { ConnectionStatus } from './ConnectionStatus';
import { RoundPreview } from './RoundPreview';
import { RoundProgress } from './RoundProgress';
import styles from './Sync.module.css';
import type { Round, Schedule, SyncState } from './sync-state';

type Props = {
  place: string;
  state: SyncState;
  latest: Round | null;
  schedule: Schedule;
  isByHand: boolean;
  /** The first round with this vault has not been made. */
  isFirst: boolean;
  isStopping: boolean;
  /** What the notes of the preview are called, by id. */
  names: ReadonlyMap<string, string>;
  now: number;
  /** `isApproved`: the reader has seen the preview. */
  onSync: (isApproved: boolean) => void;
  onStop: () => void;
  onPause: () => void;
  onResume: () => void;
  /** What can be done about a failure besides another try. */
  remedies: Partial<Record<Exclude<Remedy, 'retry'>, () => void>>;
  /** A failure of the page itself, such as of resuming; the rounds' own stand in their history. */
  error: AppError | null;
  /** What stands below: a passphrase that is asked for, the details. */
  children?: ReactNode;
};

/** A connection: where, how it stands, what it asks, and what can be done. */
export function Connected(props: Props) {
  const { state, latest, isFirst, names, now, onSync, remedies, error } = props;
  const [putOff, setPutOff] = useState<Round['startedAt'] | null>(null);
  const isPutOff = state.state === 'asks' && putOff === state.round.startedAt;
  const failed = state.state === 'failed' || state.state === 'waits' ? state.round : null;
  return (
    <div className={styles.stack}>
      <ConnectionStatus
        place={props.place}
        state={state}
        latest={latest}
        schedule={props.schedule}
        isByHand={props.isByHand}
        now={now}
        onSync={() => onSync(false)}
        onPause={props.onPause}
        onResume={props.onResume}
      />
      {state.state === 'syncing' && (
        <RoundProgress progress={state.progress} isStopping={props.isStopping} onStop={props.onStop} />
      )}
      {failed && (
        <ErrorNotice
          error={new AppError(failed.code ?? 'unexpected', { detail: failed.detail })}
          onRetry={() => onSync(false)}
          remedies={remedies}
        />
      )}
      {error && <ErrorNotice error={error} />}
      {state.state === 'asks' && state.round.report?.preview && !isPutOff && (
        <RoundPreview
          preview={state.round.report.preview}
          isFirst={isFirst}
          names={names}
          onStart={() => onSync(true)}
          onNotNow={() => setPutOff(state.round.startedAt)}
        />
      )}
      {isPutOff && (
        <div className={styles.actions}>
          <button type="button" className={styles.button} onClick={() => setPutOff(null)}>
            {i18n.t('sync.preview.look')}
          </button>
        </div>
      )}
      {props.children}
    </div>
  );
}
