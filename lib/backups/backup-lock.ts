const LOCK = 'sidelight-backup';

/** Works while nobody else in the browser makes a backup, or takes away what there is of a vault. */
export function withBackupLock<Result>(work: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request(LOCK, work);
}
