import { useState } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useAttempt } from '@/components/hooks/use-attempt';
import { usePageMentions } from '@/components/hooks/use-page-mentions';
import part from '@/components/PagePart.module.css';
import { callPage } from '@/lib/messages/call-page';
import type { PageState } from '@/lib/messages/page';
import { MentionList } from './MentionList';
import { usePanel } from './panel-context';

/** `visit` names the page in the tab. */
type Props = { visit: string; tabId: number; page: PageState; isShown: boolean };

/** The topics of the page in reading order; a press on a sentence brings the page there. */
export function MentionsHere({ visit, tabId, page, isShown }: Props) {
  const { byId, context, openTopic, say } = usePanel();
  const { topics, inView } = usePageMentions(isShown ? tabId : null, visit);
  const [missed, setMissed] = useState<string | null>(null);
  const { error, attempt } = useAttempt();

  const goTo = async (topic: string, name: string) => {
    const { found } = await callPage(tabId, 'scrollToMention', { topic });
    const text = found ? null : i18n.t('popup.page.notThere', [name]);
    setMissed(text);
    if (text !== null) return say(text);
    // Beside the page in the panel; from a tab of its own the reader goes to the page's.
    if ((await browser.tabs.getCurrent()) !== undefined) await browser.tabs.update(tabId, { active: true });
  };

  return (
    <section aria-labelledby="on-page" className={part.section}>
      <h2 id="on-page" className={part.heading}>
        {i18n.t('panel.page.heading')}
      </h2>
      {page.topics.length === 0 ? (
        <p className={part.quiet}>{i18n.t('popup.page.none')}</p>
      ) : (
        <MentionList
          mentions={topics}
          inView={inView}
          topics={byId}
          context={context}
          onOpen={openTopic}
          onGoTo={(id, name) => void attempt(() => goTo(id, name))}
        />
      )}
      {missed !== null && <p className={part.quiet}>{missed}</p>}
      {error && <ErrorNotice error={error} />}
    </section>
  );
}
