import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { i18n } from '#i18n';
import styles from './SyncDetails.module.css';

type Props = { children: ReactNode };

/** What few readers need every day, folded away. */
export function SyncDetails({ children }: Props) {
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>
        <ChevronRight aria-hidden size={16} className={styles.chevron} />
        {i18n.t('sync.details')}
      </summary>
      <div className={styles.parts}>{children}</div>
    </details>
  );
}

/** One part of the details, under its heading. */
export function DetailsPart({ heading, children }: { heading: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h3 id={id} className={styles.heading}>
        {heading}
      </h3>
      {children}
    </section>
  );
}
