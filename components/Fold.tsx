import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Fold.module.css';

type Props = {
  heading: ReactNode;
  children: ReactNode;
  /** Unfolded: what takes time can be made now. */
  onUnfold?: () => void;
};

/** Something that few readers need every time, folded away under its heading. */
export function Fold({ heading, children, onUnfold }: Props) {
  return (
    <details className={styles.fold} onToggle={(event) => event.currentTarget.open && onUnfold?.()}>
      <summary className={styles.summary}>
        <ChevronRight aria-hidden size={16} className={styles.chevron} />
        {heading}
      </summary>
      {children}
    </details>
  );
}
