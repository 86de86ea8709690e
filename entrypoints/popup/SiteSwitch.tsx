import { i18n } from '#i18n';
import { Toggle } from '@/components/Toggle';
import styles from './SiteSwitch.module.css';

type Props = { site: string; on: boolean; onSwitch: (on: boolean) => void };

/** The site of the page, and one click that switches Sidelight on or off there. */
export function SiteSwitch({ site, on, onSwitch }: Props) {
  return (
    // The switch names itself: a label element around it would only add the state word to its name.
    <div className={styles.site}>
      <span className={styles.host} title={site}>
        {site}
      </span>
      <span aria-hidden className={styles.word}>
        {i18n.t(on ? 'popup.site.on' : 'popup.site.off')}
      </span>
      <Toggle on={on} onSwitch={onSwitch} aria-label={i18n.t('popup.site.label', [site])} />
    </div>
  );
}
