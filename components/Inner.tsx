import { ArrowLeft } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import styles from './Inner.module.css';

type Props = { onBack: () => void; children: ReactNode };

/** A view opened over the first one of a page, with the way back; Alt and left arrow go back too. Takes the focus. */
export function Inner({ onBack, children }: Props) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    back.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.key !== 'ArrowLeft') return;
    event.preventDefault();
    onBack();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the back button inside
    <div className={styles.inner} onKeyDown={onKeyDown}>
      <button ref={back} type="button" className={styles.back} onClick={onBack}>
        <ArrowLeft aria-hidden size={16} className={styles.arrow} />
        {i18n.t('popup.back')}
      </button>
      {children}
    </div>
  );
}
