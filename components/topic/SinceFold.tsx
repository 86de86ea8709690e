import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import styles from './SinceFold.module.css';

/** What came after the article, folded away until the reader asks. Nothing at all where nothing came. */
export function SinceFold({ count, children }: { count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <details className={styles.fold}>
      <summary className={styles.summary}>{i18n.t('card.sinceThen', [String(count)])}</summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
