import { Settings } from 'lucide-react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { formatMonth } from '@/lib/time/format-date';
import { newestDate } from '@/lib/time/newest-date';
import styles from './App.module.css';
import { usePopup } from './popup-context';

/** Until when the pack's facts reach, and the way to the options. */
export function Footer() {
  const { topics, tab } = usePopup();
  const newest = newestDate(topics.map((topic) => topic.knownUntil));
  const openOptions = async () => {
    await browser.runtime.openOptionsPage();
    if (!tab?.inTab) window.close();
  };
  return (
    <footer className={styles.footer}>
      <span>{newest !== null && i18n.t('popup.factsTo', [formatMonth(newest, i18n.t)])}</span>
      <button type="button" className={styles.options} onClick={() => void openOptions()}>
        <Settings aria-hidden size={14} />
        {i18n.t('popup.options')}
      </button>
    </footer>
  );
}
