import { Settings } from 'lucide-react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { useSync } from '@/components/hooks/use-sync';
import { SyncLine } from '@/components/sync/SyncLine';
import { decideState } from '@/components/sync/sync-state';
import { formatMonth } from '@/lib/time/format-date';
import { newestDate } from '@/lib/time/newest-date';
import { readNetwork } from '@/lib/vault/network';
import styles from './App.module.css';
import { usePopup } from './popup-context';

/** Until when the pack's facts reach, how sync stands, and the way to the options. */
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
      <SyncState onOpen={() => void openOptions()} />
      <button type="button" className={styles.options} onClick={() => void openOptions()}>
        <Settings aria-hidden size={14} />
        {i18n.t('popup.options')}
      </button>
    </footer>
  );
}

/** How sync stands; nothing where the notes live in this browser only. */
function SyncState({ onOpen }: { onOpen: () => void }) {
  const known = useSync('own');
  if (known.state !== 'ready' || known.value.connection === null) return null;
  const isOnline = !readNetwork(known.value.connection).isOffline;
  const state = decideState({ ...known.value, isOnline });
  return <SyncLine state={state} className={styles.options} onOpen={onOpen} />;
}
