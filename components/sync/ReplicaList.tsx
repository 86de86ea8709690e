import { i18n } from '#i18n';
import { formatMoment, todayOf } from '@/lib/time/format-date';
import type { Replica } from '@/lib/vault/replicas';
import { OwnName } from './OwnName';
import styles from './ReplicaList.module.css';
import { replicaName } from './replica-name';
import shared from './Sync.module.css';

type Props = {
  replicas: readonly Replica[];
  now: number;
  /** Who sees the name of this machine. */
  nameHint: string;
  onName: (name: string) => void;
  onRetire: (id: string) => void;
};

/** The machines that keep these notes: this one can be named, the others retired. */
export function ReplicaList({ replicas, now, nameHint, onName, onRetire }: Props) {
  const self = replicas.find(({ isSelf }) => isSelf);
  const ordered = replicas.toSorted(
    (a, b) =>
      Number(b.isSelf) - Number(a.isSelf) ||
      Number(a.isRetired) - Number(b.isRetired) ||
      (b.lastSeenAt ?? 0) - (a.lastSeenAt ?? 0),
  );
  const hasOthers = replicas.some(({ isSelf, isRetired }) => !isSelf && !isRetired);
  return (
    <div className={shared.stack}>
      <ul className={styles.list} aria-label={i18n.t('sync.replicas.heading')}>
        {ordered.map((replica) => (
          <li key={replica.id} className={styles.row}>
            <span className={replica.isRetired ? styles.retired : styles.name}>
              <bdi>{replicaName(replica)}</bdi>
            </span>
            <span className={styles.beside}>{describeSeen(replica, now)}</span>
            {!replica.isSelf && !replica.isRetired && (
              <button
                type="button"
                className={styles.retire}
                aria-label={i18n.t('sync.replicas.retireNamed', [replicaName(replica)])}
                onClick={() => onRetire(replica.id)}
              >
                {i18n.t('sync.replicas.retire')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {hasOthers && <p className={shared.hint}>{i18n.t('sync.replicas.retireHint')}</p>}
      <OwnName key={self?.name} name={self?.name ?? ''} hint={nameHint} onName={onName} />
    </div>
  );
}

function describeSeen({ isSelf, isRetired, lastSeenAt }: Replica, now: number): string {
  if (isSelf) return i18n.t('sync.replicas.self');
  if (isRetired) return i18n.t('sync.replicas.retired');
  if (lastSeenAt === null) return i18n.t('sync.replicas.neverSeen');
  // It is noted once a day: the time of day would say more than is known.
  if (todayOf(new Date(lastSeenAt)) === todayOf(new Date(now))) return i18n.t('sync.replicas.seenToday');
  return i18n.t('sync.replicas.seen', [formatMoment(lastSeenAt, i18n.t)]);
}
