import { i18n } from '#i18n';
import type { Applied } from '@/lib/sync/store';
import styles from './ImportReport.module.css';

type Props = {
  fileName: string;
  applied: Applied;
};

/** What came in from a file, counted by notes. */
export function ImportReport({ fileName, applied }: Props) {
  const { added, updated, known, conflicts } = applied;
  return (
    <div role="status" className={styles.report}>
      <h3 className={styles.heading}>{i18n.t('options.notes.report', [fileName])}</h3>
      <ul>
        <li>{i18n.t('options.notes.added', added)}</li>
        <li>{i18n.t('options.notes.updated', updated)}</li>
        <li>{i18n.t('options.notes.known', known)}</li>
        <li>{i18n.t('options.notes.conflicts', conflicts)}</li>
      </ul>
    </div>
  );
}
