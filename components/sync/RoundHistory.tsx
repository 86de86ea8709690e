import { useState } from 'react';
import { i18n } from '#i18n';
import { describeFailure } from '@/components/ErrorNotice';
import { AppError } from '@/lib/model/app-error';
import type { RoundReport } from '@/lib/sync/round-report';
import { formatTime } from './format-time';
import styles from './RoundHistory.module.css';
import shared from './Sync.module.css';
import type { Round } from './sync-state';

const SHOWN_AT_FIRST = 5;

type Props = { rounds: readonly Round[]; now: number };

/** The rounds made last, newest first, and what each of them did. */
export function RoundHistory({ rounds, now }: Props) {
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  const more = rounds.length - shown;
  if (rounds.length === 0) return <p className={shared.hint}>{i18n.t('sync.history.none')}</p>;
  return (
    <>
      <ol className={styles.rounds} aria-label={i18n.t('sync.history.heading')}>
        {rounds.slice(0, shown).map((round) => (
          <li key={round.startedAt} className={styles.round}>
            <span className={styles.when}>{formatTime(round.startedAt, now)}</span>
            <span className={styles.trigger}>{i18n.t(`sync.history.${round.trigger}`)}</span>
            <ul className={styles.deeds}>
              {describeRound(round).map((deed) => (
                <li key={deed}>{deed}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {more > 0 && (
        <div className={shared.actions}>
          <button type="button" className={shared.button} onClick={() => setShown(rounds.length)}>
            {i18n.t('sync.history.more', more)}
          </button>
        </div>
      )}
    </>
  );
}

function describeRound({ state, code, detail, report }: Round): string[] {
  if (state === 'failed') return [describeFailure(new AppError(code ?? 'unexpected', { detail }))];
  if (state === 'stopped') return [i18n.t('sync.history.stopped')];
  if (state === 'asks') return [i18n.t('sync.history.asks')];
  const deeds = report ? describeReport(report) : [];
  return deeds.length > 0 ? deeds : [i18n.t('sync.history.nothing')];
}

function describeReport({ pulled, pushed, healed, rescued, unusable }: RoundReport): string[] {
  const repaired = healed + rescued;
  const bad = Object.values(unusable).reduce((sum, count) => sum + count, 0);
  return [
    pulled.added > 0 && i18n.t('sync.history.added', pulled.added),
    pulled.updated > 0 && i18n.t('sync.history.updated', pulled.updated),
    pulled.conflicts > 0 && i18n.t('sync.history.conflicts', pulled.conflicts),
    pushed.changes > 0 && i18n.t('sync.history.sent', pushed.changes),
    repaired > 0 && i18n.t('sync.history.repaired', repaired),
    bad > 0 && i18n.t('sync.history.unusable', bad),
  ].filter((deed) => deed !== false);
}
