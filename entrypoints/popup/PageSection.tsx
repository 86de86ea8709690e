import { useState } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useAttempt } from '@/components/hooks/use-attempt';
import { NothingInstalled, Unreachable } from '@/components/PageLack';
import { PageNotice } from '@/components/PageNotice';
import part from '@/components/PagePart.module.css';
import { callPage } from '@/lib/messages/call-page';
import { usePopup } from './popup-context';
import { TopicsHere } from './TopicsHere';

/** The topics of the page, or the sentence that says why there are none to show. */
export function PageSection() {
  const { tab, answer, page, site, topics, topicsKnown, say, refresh } = usePopup();
  if (answer.state === 'unreachable') return <Unreachable tabId={tab?.tabId ?? null} onReload={refresh} />;
  if (page?.running === 'no-index' || (topicsKnown && topics.length === 0)) {
    const onInstall = (count: number) => {
      say(i18n.t('popup.noIndex.done', count));
      refresh();
    };
    return <NothingInstalled onInstall={onInstall} />;
  }
  if (page === null) return null;
  if (site?.on === false) {
    return (
      <PageNotice
        text={i18n.t('popup.site.offHere', [site.host])}
        act={{ label: i18n.t('popup.site.switchOn'), onAct: () => site.onSwitch(true) }}
      />
    );
  }
  return <Mentions />;
}

function Mentions() {
  const { tab, page, byId, openTopic, say } = usePopup();
  const [missed, setMissed] = useState<string | null>(null);
  const { error, attempt } = useAttempt();
  const found = page?.topics ?? [];

  const show = async (topic: string, name: string) => {
    if (tab?.tabId == null) return;
    const { found: isThere } = await callPage(tab.tabId, 'scrollToMention', { topic });
    if (!isThere) {
      const text = i18n.t('popup.page.notThere', [name]);
      setMissed(text);
      return say(text);
    }
    setMissed(null);
    if (tab.inTab) await browser.tabs.update(tab.tabId, { active: true });
    else window.close();
  };

  return (
    <section aria-labelledby="on-page" className={part.section}>
      <h2 id="on-page" className={part.heading}>
        {i18n.t('popup.page.heading')}
      </h2>
      {found.length === 0 ? (
        <p className={part.quiet}>{i18n.t('popup.page.none')}</p>
      ) : (
        <TopicsHere
          found={found}
          topics={byId}
          onOpen={openTopic}
          onShow={(id, name) => void attempt(() => show(id, name))}
        />
      )}
      {missed !== null && <p className={part.quiet}>{missed}</p>}
      {error && <ErrorNotice error={error} />}
    </section>
  );
}
