import { i18n } from '#i18n';
import { ErrorNotice } from './ErrorNotice';
import { useReinstall, useReload } from './hooks/use-remedy';
import { PageNotice } from './PageNotice';

/** Says that the page in the tab cannot be read, and offers to load it again where there is a tab. */
export function Unreachable({ tabId, onReload }: { tabId: number | null; onReload: () => void }) {
  const text = i18n.t('popup.unreachable.text');
  return tabId === null ? (
    <PageNotice text={text} />
  ) : (
    <Reloadable text={text} tabId={tabId} onReload={onReload} />
  );
}

function Reloadable({ text, tabId, onReload }: { text: string; tabId: number; onReload: () => void }) {
  const { error, run } = useReload(tabId, onReload);
  return (
    <PageNotice text={text} act={{ label: i18n.t('popup.unreachable.reload'), onAct: run }}>
      {error && <ErrorNotice error={error} />}
    </PageNotice>
  );
}

/** Says that no topics are installed, and offers to install them. */
export function NothingInstalled({ onInstall }: { onInstall: (topics: number) => void }) {
  const { isWorking, error, run } = useReinstall(onInstall);
  return (
    <PageNotice
      text={i18n.t('popup.noIndex.text')}
      act={{ label: i18n.t(isWorking ? 'popup.noIndex.working' : 'popup.noIndex.again'), onAct: run }}
    >
      {error && <ErrorNotice error={error} />}
    </PageNotice>
  );
}
