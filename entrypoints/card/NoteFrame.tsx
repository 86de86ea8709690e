import { type ReactNode, useId } from 'react';
import { i18n } from '#i18n';
import { IconButton } from '@/components/topic/IconButton';
import styles from './NoteFrame.module.css';

type Props = { heading: string; onClose: () => void; children: ReactNode };

/** What stands around a note in the card: what it is, and the way out. */
export function NoteFrame({ heading, onClose, children }: Props) {
  const headingId = useId();
  return (
    <article className={styles.frame} aria-labelledby={headingId}>
      <header className={styles.header}>
        <h1 id={headingId} tabIndex={-1} className={styles.heading}>
          {heading}
        </h1>
        <IconButton icon="close" label={i18n.t('card.close')} onPress={onClose} />
      </header>
      {children}
    </article>
  );
}
