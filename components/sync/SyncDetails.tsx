import { type ReactNode, useId } from 'react';
import { i18n } from '#i18n';
import { Fold } from '@/components/Fold';
import styles from './SyncDetails.module.css';

type Props = { children: ReactNode };

/** What few readers need every day, folded away. */
export function SyncDetails({ children }: Props) {
  return (
    <Fold heading={i18n.t('sync.details')}>
      <div className={styles.parts}>{children}</div>
    </Fold>
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
