import { PanelRight, Settings } from 'lucide-react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { useSync } from '@/components/hooks/use-sync';
import { SyncLine } from '@/components/sync/SyncLine';
import { decideState } from '@/components/sync/sync-state';
import type { VaultName } from '@/lib/model/vault-name';
import { showInPanel } from '@/lib/panel/show-in-panel';
import { formatMonth } from '@/lib/time/format-date';
import { newestDate } from '@/lib/time/newest-date';
import { readNetwork } from '@/lib/vault/network';
import styles from './App.module.css';
import { usePopup } from './popup-context';

/** Until when the pack's facts reach, how sync stands, and the ways to the side panel and the options. */
export function Footer() {
  const { topics, tab, shared } = usePopup();
  const newest = newestDate(topics.map((topic) => topic.knownUntil));
  const openOptions = async () => {
    await browser.runtime.openOptionsPage();
    if (!tab?.inTab) window.close();
  };
  const openPanel = async () => {
    await showInPanel({ view: 'page' });
    if (!tab?.inTab) window.close();
  };
  return (
    <footer className={styles.footer}>
      <span>{newest !== null && i18n.t('popup.factsTo', [formatMonth(newest, i18n.t)])}</span>
      <SyncState vault="own" onOpen={() => void openOptions()} />
      {shared.isConnected && <SyncState vault="shared" onOpen={() => void openOptions()} />}
      <button type="button" className={styles.options} onClick={() => void openPanel()}>
        <PanelRight aria-hidden size={14} />
        {i18n.t('popup.panel')}
      </button>
      <button type="button" className={styles.options} onClick={() => void openOptions()}>
        <Settings aria-hidden size={14} />
        {i18n.t('popup.options')}
      </button>
    </footer>
  );
}

/** How sync of a vault stands; nothing where its notes live in this browser only. Of the shared one only what asks for the reader. */
function SyncState({ vault, onOpen }: { vault: VaultName; onOpen: () => void }) {
  const known = useSync(vault);
  if (known.state !== 'ready' || known.value.connection === null) return null;
  const isOnline = !readNetwork(known.value.connection).isOffline;
  const state = decideState({ ...known.value, isOnline });
  if (vault === 'shared' && state.state !== 'asks' && state.state !== 'failed') return null;
  return <SyncLine state={state} className={styles.options} onOpen={onOpen} />;
}
