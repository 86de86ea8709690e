import { i18n } from '#i18n';
import styles from './Sync.module.css';

/** What the browser is going to do when access is asked for. `covered`: it has been given already, so nothing is asked. */
export type ForeseenAccess = { name: string; isFolder: boolean; isCovered: boolean };

/** Says before the click what the browser will ask, or that it will not. */
export function AccessLine({ foreseen }: { foreseen: ForeseenAccess }) {
  return (
    <p role="status" className={styles.hint}>
      {describe(foreseen)}
    </p>
  );
}

function describe({ name, isFolder, isCovered }: ForeseenAccess): string {
  if (isFolder) return isCovered ? '' : i18n.t('sync.access.willAskFolder', [name]);
  return i18n.t(isCovered ? 'sync.access.covered' : 'sync.access.willAsk', [name]);
}
