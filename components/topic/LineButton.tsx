import type { Ref } from 'react';
import { i18n } from '#i18n';
import { shorten } from '@/components/notes/note-name';
import styles from './LineButton.module.css';

type Props = {
  /** The statement, whose beginning tells one such control from another. */
  text: string;
  isOpen: boolean;
  onPress: () => void;
  ref: Ref<HTMLButtonElement>;
};

/** The quiet control at the end of a statement: opens its menu under it. Always there; seen where it can be wanted. */
export function LineButton({ text, isOpen, onPress, ref }: Props) {
  return (
    <button
      ref={ref}
      type="button"
      className={styles.button}
      aria-expanded={isOpen}
      aria-label={i18n.t('card.line.more', [shorten(text)])}
      title={i18n.t('card.line.menu')}
      onClick={onPress}
    >
      <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d="M3 8h.01M8 8h.01M13 8h.01" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
      </svg>
    </button>
  );
}
