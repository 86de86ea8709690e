import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import styles from './NewLabel.module.css';

/** How long a card must have shown a line before it is no longer new. */
const SEEN_MS = 2_000;

/** "New" beside a line that came with a pack update; tells when the reader has had it in sight for two seconds. */
export function NewLabel({ onSeen }: { onSeen: () => void }) {
  const label = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      // In a fold that is closed nobody has seen it.
      if (!label.current?.checkVisibility()) return;
      clearInterval(timer);
      onSeen();
    }, SEEN_MS);
    return () => clearInterval(timer);
  }, [onSeen]);
  return (
    <span ref={label} className={styles.label}>
      {i18n.t('card.new')}
    </span>
  );
}
