import { i18n } from '#i18n';
import { Fact } from '@/components/Fact';
import styles from './ConnectionStatus.module.css';
import { formatTime } from './format-time';
import shared from './Sync.module.css';
import type { Round, Schedule, SyncState } from './sync-state';

type Props = {
  /** Host and folder, never a password. */
  place: string;
  state: SyncState;
  latest: Round | null;
  schedule: Schedule;
  /** Rounds are made only here and on a click: a folder's rights live in this page. */
  isByHand: boolean;
  /** Milliseconds since 1970. */
  now: number;
  onSync: () => void;
  onPause: () => void;
  onResume: () => void;
};

/** Where the notes live and how it stands, in a sentence. */
export function ConnectionStatus({ place, state, latest, schedule, isByHand, now, ...on }: Props) {
  const { isPaused, nextAt } = schedule;
  // A round that asks is begun below, where it says what it would do.
  const canSync = !isPaused && state.state !== 'syncing' && state.state !== 'asks';
  return (
    <>
      <dl className={styles.facts}>
        <Fact name={i18n.t('sync.place')}>
          <bdi>{place}</bdi>
        </Fact>
        <Fact name={i18n.t('sync.state.label')}>
          <span role="status">{describeState(state, now)}</span>
        </Fact>
        <Fact name={i18n.t('sync.last')}>
          {latest ? formatTime(latest.endedAt, now) : i18n.t('sync.none')}
        </Fact>
        <Fact name={i18n.t('sync.next')}>{describeNext(state, isByHand, nextAt, now)}</Fact>
      </dl>
      <div className={shared.actions}>
        {canSync && (
          <button type="button" className={shared.button} onClick={on.onSync}>
            {i18n.t('sync.syncNow')}
          </button>
        )}
        <button type="button" className={shared.button} onClick={isPaused ? on.onResume : on.onPause}>
          {i18n.t(isPaused ? 'sync.resume' : 'sync.pause')}
        </button>
      </div>
    </>
  );
}

function describeState(state: SyncState, now: number): string {
  if (state.state === 'inStep') return i18n.t('sync.state.inStep', [formatTime(state.asOf, now)]);
  if (state.state === 'toSend') return i18n.t('sync.state.toSend', state.count);
  return i18n.t(`sync.state.${state.state}`);
}

function describeNext({ state }: SyncState, isByHand: boolean, nextAt: number | null, now: number): string {
  if (state === 'paused') return i18n.t('sync.none');
  if (state === 'asks') return i18n.t('sync.nextAsked');
  if (state === 'failed') return i18n.t('sync.nextMended');
  if (isByHand) return i18n.t('sync.nextByHand');
  if (nextAt === null || nextAt <= now) return i18n.t('sync.nextSoon');
  return i18n.t('sync.nextAt', [formatTime(nextAt, now)]);
}
