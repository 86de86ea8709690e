import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Fold.module.css';

/** Something that few readers need every time, folded away under its heading. */
export function Fold({ heading, children }: { heading: ReactNode; children: ReactNode }) {
  return (
    <details className={styles.fold}>
      <summary className={styles.summary}>
        <ChevronRight aria-hidden size={16} className={styles.chevron} />
        {heading}
      </summary>
      {children}
    </details>
  );
}
